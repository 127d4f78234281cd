import { expect, test } from "vitest";
import { codeBlocks } from "./documents.js";

const text = `# A document

\`\`\`ts
console.log(1);
\`\`\`

prints

\`\`\`output
1
\`\`\`

\`\`\`sh
# Not run: it takes a day.
wait
\`\`\`
`;

test("blocks with their outputs and reasons", () => {
  expect(codeBlocks({ path: "README.md", text })).toEqual([
    { line: 4, language: "ts", code: "console.log(1);\n", output: { text: "1\n", start: text.indexOf("1\n```") } },
    { line: 14, language: "sh", code: "# Not run: it takes a day.\nwait\n", notRun: "it takes a day." },
  ]);
});
