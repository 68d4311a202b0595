// Home and a three-step fault report in plain JavaScript: tiles, steps, checks beside the fields, answers kept.
const tiles = [
  ["Gör ett ärende", "Ansök, anmäl eller fyll i en blankett", "M10 4h14l8 8v24H10zM24 4v8h8M15 20h12M15 27h12"],
  ["Ta en kölapp", "Just nu 6–10 minuters väntan", "M4 11h32v6a3 3 0 0 0 0 6v6H4v-6a3 3 0 0 0 0-6zM24 11v18"],
  ["Bli uppringd", "Vi ringer dig på en tid du väljer", "M8 5h7l3 9-5 3q3 7 10 10l3-5 9 3v7q-26 2-27-27z"],
  ["Följ ditt ärende", "Se var det ligger och vad som händer", "M27 27l9 9M17 6a11 11 0 1 1 0 22 11 11 0 0 1 0-22z"],
  ["Vad behöver jag?", "Svara på några frågor, få rätt tillstånd", "M20 4v32M7 8h22l5 5-5 5H7zM33 20H11l-5 5 5 5h22z"],
  ["Skriv ut", "Tomma blanketter och kvitton", "M11 14V5h18v9M11 28H5V14h30v14h-6M11 23h18v12H11z"],
];
const languages = ["Svenska", "English", "العربية", "Suomi", "Soomaali", "دری", "Українська"];
const steps = [
  { title: "Vad är fel?", questions: [
    { id: "kind", label: "Vad gäller det?", options: ["", "Gata", "Park", "Belysning", "Vatten", "Annat"],
      holds: /.+/, mend: "Välj vad felet gäller." },
    { id: "what", label: "Beskriv felet", holds: /.{5,}/, mend: "Beskriv felet med några ord." }] },
  { title: "Var är det?", questions: [
    { id: "where", label: "Gata och nummer", holds: /.{3,}/, mend: "Skriv var felet finns." }] },
  { title: "Hur når vi dig?", questions: [
    { id: "email", label: "E-post", holds: /^\S+@\S+\.\S+$/, mend: "Skriv en adress som namn@exempel.se." },
    { id: "phone", label: "Telefon", holds: /^\+?[\d -]{7,}$/, mend: "Skriv numret med siffror." }] },
];
const answers = {};
let step = 0;

const by_id = (id) => document.getElementById(id);

function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function show_home(at_home) {
  by_id("home").hidden = !at_home;
  by_id("form").hidden = at_home;
}

function field(question) {
  const properties = { id: question.id, value: answers[question.id] ?? "" };
  if (!question.options) return made("input", properties);
  const select = made("select", {}, ...question.options.map((option) => made("option", { textContent: option })));
  return Object.assign(select, properties);
}

function show_step(number) {
  step = number;
  const current = steps[step];
  by_id("title").textContent = current.title;
  by_id("steps").textContent = `Steg ${step + 1} av ${steps.length}`;
  by_id("questions").replaceChildren(...current.questions.map((question) =>
    made("label", {}, question.label, field(question), made("span", { className: "error", id: question.id + ".error" }))));
  by_id("next").textContent = step + 1 < steps.length ? "Nästa" : "Skicka in";
}

function check(question) {
  const input = by_id(question.id);
  answers[question.id] = input.value.trim();
  const holds = question.holds.test(answers[question.id]);
  by_id(question.id + ".error").textContent = holds ? "" : question.mend;
  input.classList.toggle("wrong", !holds);
  return holds;
}

function go_on() {
  if (!steps[step].questions.map(check).every(Boolean)) return;
  if (step + 1 < steps.length) return show_step(step + 1);
  localStorage.setItem(String(Date.now()), JSON.stringify(answers));
  show_home(true);
}

function tile([title, text, icon], index) {
  const button = made("button", { className: index === 0 ? "tile first" : "tile" });
  button.innerHTML = `<svg viewBox="0 0 40 40"><path d="${icon}"/></svg><b>${title}</b><small>${text}</small>`;
  button.onclick = () => { show_home(false); show_step(0); };
  return button;
}

// ?tiles=1&languages=2 shows as many as the kiosk does, so that both paint the same.
const asked = new URLSearchParams(location.search);
const shown = (all, name) => all.slice(0, Number(asked.get(name) ?? all.length));

by_id("tiles").append(...shown(tiles, "tiles").map(tile));
by_id("languages").append(...shown(languages, "languages").map((name, index) =>
  made("button", { textContent: name, className: index === 0 ? "on" : "" })));
by_id("back").onclick = () => step > 0 ? show_step(step - 1) : show_home(true);
by_id("next").onclick = go_on;
