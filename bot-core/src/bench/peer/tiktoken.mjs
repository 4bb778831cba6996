// Counts the tokens of JSON Lines with npm tiktoken (WebAssembly), one request a line: "ENCODING FILE". Answers
// "NANOSECONDS NANOSECONDS_OF_PROCESSORS TOKENS".
// Beside it: npm install tiktoken
import {readFileSync} from "node:fs";
import {createInterface} from "node:readline";
import {get_encoding} from "tiktoken";

const encodings = new Map();

function encoding(name) {
  if (!encodings.has(name)) {
    encodings.set(name, get_encoding(name));
  }
  return encodings.get(name);
}

for await (const line of createInterface({input: process.stdin})) {
  const [name, file] = line.split(" ");
  const counting = encoding(name);
  const begun = process.hrtime.bigint();
  const before = process.cpuUsage();
  let tokens = 0;
  const content = readFileSync(file);
  for (let from = 0; from < content.length; ) {
    const end = content.indexOf(10, from);
    tokens += counting.encode_ordinary(JSON.parse(content.toString("utf8", from, end)).text).length;
    from = end + 1;
  }
  const used = process.cpuUsage(before);
  console.log(`${process.hrtime.bigint() - begun} ${(used.user + used.system) * 1000} ${tokens}`);
}
