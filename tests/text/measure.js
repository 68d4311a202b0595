// Runs in the page that chromium.cpp writes: measures every line of every text and leaves the result as JSON.
'use strict';

// A character's box; what is invisible has none or an empty one. The last, since behind a soft hyphen that is
// seen a range begins with the hyphen's.
function boxOf(node, begin, end) {
  const range = document.createRange();
  range.setStart(node, begin);
  range.setEnd(node, end);
  return [...range.getClientRects()].filter((box) => box.width > 0).pop();
}

function charactersOf(block) {
  const node = block.firstChild;
  const segments = new Intl.Segmenter('sv', {granularity: 'grapheme'}).segment(node.data);
  return [...segments].map(({segment, index}) => ({
    text: segment,
    box: boxOf(node, index, index + segment.length),
  }));
}

// Characters without a box belong to the line of the one before.
function linesOf(block) {
  const top = block.getBoundingClientRect().top;
  const height = parseFloat(getComputedStyle(block).lineHeight);
  const lines = [];
  let number = 0;
  for (const character of charactersOf(block)) {
    if (character.box) number = Math.floor(((character.box.top + character.box.bottom) / 2 - top) / height);
    (lines[number] ??= []).push(character);
  }
  return Array.from(lines, (line) => line ?? []);
}

function measured(line) {
  const seen = line.filter(({text, box}) => box && text.trim() !== '' && text !== '\u00ad');
  const left = Math.min(...seen.map(({box}) => box.left));
  const right = Math.max(...seen.map(({box}) => box.right));
  return {
    text: line.map(({text}) => text).join(''),
    width: seen.length > 0 ? right - left : 0,
    fromTheLeft: seen.sort((one, other) => one.box.left - other.box.left).map(({text}) => text),
  };
}

async function leaveResult() {
  await Promise.all([...document.fonts].map((font) => font.load()));
  const blocks = [...document.querySelectorAll('.block')];
  const json = JSON.stringify(blocks.map((block) => linesOf(block).map(measured)));
  // ASCII without markup, so that the dumped document holds it as it is.
  document.getElementById('result').textContent = json.replace(
      /[<>&\u007f-\uffff]/g, (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
}

leaveResult();
