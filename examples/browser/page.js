// The page: an editor, and a worker for each run, so that Stop is always possible.

const program = document.querySelector("#program");
const output = document.querySelector("#output");
const status = document.querySelector("#status");
const run = document.querySelector("#run");
const stop = document.querySelector("#stop");

let worker;

program.value = await (await fetch("program.py")).text();
run.addEventListener("click", start);
stop.addEventListener("click", () => finish("stopped"));

function start() {
  output.textContent = "";
  status.textContent = "running";
  run.disabled = true;
  stop.disabled = false;
  worker = new Worker("worker.js", { type: "module" });
  worker.addEventListener("message", ({ data }) => {
    if (data.kind === "text") output.append(data.text);
    else finish(`exit code ${data.code}, ${data.milliseconds.toFixed(0)} ms`);
  });
  worker.addEventListener("error", ({ message }) => finish(`the worker failed: ${message}`));
  worker.postMessage(program.value);
}

function finish(text) {
  worker.terminate();
  status.textContent = text;
  run.disabled = false;
  stop.disabled = true;
}
