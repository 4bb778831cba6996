// The questions of SampleQuestions.java, from the same file: the n-th is the same there and here.
import { readFileSync } from 'node:fs';

export function sampleQuestions(file) {
  const lists = [];
  const questions = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const at = line.indexOf(' = ');
    if (at < 0) questions.push(line);
    else lists.push([`{${line.slice(0, at)}}`, line.slice(at + 3).split(' | ')]);
  }
  return (number) => {
    const round = Math.floor(number / questions.length);
    let text = questions[number % questions.length]
      .replaceAll('{n}', String(200 + 7 * number))
      .replaceAll('{few}', String(1 + (number % 9)));
    for (const [gap, values] of lists) text = text.replaceAll(gap, values[(number + round) % values.length]);
    return text;
  };
}
