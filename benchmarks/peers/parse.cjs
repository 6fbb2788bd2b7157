// How long does wtf_wikipedia take to parse a page, and what words does it keep? Arguments: page, rounds.
const { readFileSync } = require("node:fs");
const wtf = require("wtf_wikipedia");

const [page, rounds] = [readFileSync(process.argv[2], "utf8"), Number(process.argv[3])];
const times = [];
let document;
for (let round = 0; round <= rounds; round += 1) {
  const begun = performance.now();
  document = wtf(page);
  document.sections();
  document.infoboxes();
  if (round) times.push((performance.now() - begun) / 1000);
}
const boxes = document.infoboxes().map((box) => JSON.stringify(box.json()));
console.log(JSON.stringify({ times, words: [document.text(), ...boxes].join("\n") }));
