// node lint.mjs PACKAGES FILE...: what bpmn-moddle warns of and what bpmnlint's recommended rules report, as JSON.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [packages, ...files] = process.argv.slice(2);
const require = createRequire(`${packages}/package.json`);
const BpmnModdle = require('bpmn-moddle');
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const found = {};
for (const file of files) {
  const moddle = new (BpmnModdle.default || BpmnModdle.BpmnModdle || BpmnModdle)();
  try {
    const { rootElement, warnings } = await moddle.fromXML(readFileSync(file, 'utf8'));
    // Rules remember what they saw: each file gets its own.
    const linter = new Linter({ resolver: new NodeResolver({ require }) });
    const start = performance.now();
    const reports = await linter.lint(rootElement, { extends: 'bpmnlint:recommended' });
    found[file] = { warnings: warnings.map(({ message }) => message), reports, ms: performance.now() - start };
  } catch (error) {
    found[file] = { warnings: [error.message], reports: {}, ms: 0 };
  }
}
console.log(JSON.stringify(found));
