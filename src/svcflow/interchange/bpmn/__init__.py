"""BPMN 2.0: XML text → what stands in it → processes as plain data."""
