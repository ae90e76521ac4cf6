// node layout.mjs PACKAGES FILE...: each BPMN file as bpmn-auto-layout draws it, empty where it cannot, and in how many
// seconds, as JSON.
import { readFileSync } from 'node:fs';

const [packages, ...files] = process.argv.slice(2);
const { layoutProcess } = await import(`file://${packages}/node_modules/bpmn-auto-layout/dist/index.js`);

const found = [];
for (const file of files) {
  const xml = readFileSync(file, 'utf8');
  await layoutProcess(xml).catch(() => '');
  const begin = performance.now();
  const drawn = await layoutProcess(xml).catch(() => '');
  found.push([drawn, (performance.now() - begin) / 1000]);
}
console.log(JSON.stringify(found));
