"""Abbreviations that everybody knows, and words that are written in capital letters to be heard."""

from __future__ import annotations

__all__ = ["KNOWN"]

KNOWN = frozenset((
    # in everyday use, units and currencies
    "ID", "PDF", "SMS", "MMS", "QR", "VIP", "ATM", "PIN", "OK", "FAQ", "GPS", "USB", "URL", "IT", "HR", "PR", "TV",
    "AM", "PM", "CD", "DVD", "DIY", "CEO", "CFO", "COO", "CTO", "UN", "EU", "UK", "US", "USA", "PRC", "NGO", "PC",
    "WC", "UV", "LED", "LCD", "WIFI", "APP", "WEB", "WWW", "HTTP", "HTTPS", "HTML", "CSV", "XML", "JSON", "API",
    "XLSX", "DOCX", "PNG", "JPG", "JPEG", "ZIP", "PPT", "AI", "ROI", "FM", "CT", "MRI", "DNA", "HIV", "AIDS",
    "ICU", "ECG", "EKG", "CPR", "COVID", "SARS", "ISO", "IEC", "GB", "DIN", "CNS", "ANSI", "IEEE", "KPI", "SLA",
    "SOP", "RACI", "BPMN", "KANO", "EUR", "USD", "GBP", "CNY", "RMB", "TWD", "NT", "HKD", "JPY", "CHF", "AUD",
    "CAD", "SGD", "INR", "KRW", "UTC", "GMT", "CET", "EST", "PST", "KM", "CM", "MM", "KG", "MG", "ML", "DB", "HZ",
    "KHZ", "MHZ", "GHZ", "KW", "KWH", "MB", "GB", "TB", "DPI", "RPM", "VAT", "CC", "BCC", "CV", "PS", "RSVP",
    "ETA",
    # said aloud
    "NOT", "AND", "OR", "NO", "YES", "STOP", "NEVER", "ALWAYS", "ALL", "ONLY", "MUST", "NOTE", "IF", "THEN", "DO",
    "DON", "ON", "OFF", "OPEN", "CLOSED", "NEW",
    # left to be written later, which another rule says
    "TBA", "TBC", "TBD", "TBS", "TODO", "FIXME", "XX", "XXX", "XXXX",
))  # fmt: skip
"""What needs no explanation."""
