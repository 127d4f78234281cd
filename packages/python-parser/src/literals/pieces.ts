/**
 * Adds to a text that is kept in pieces: cut where a high surrogate stands right before a low one, as escapes can say it. In one string of
 * JavaScript these two would be one character.
 */
export function appendText(pieces: string[], text: string): void {
  if (text === "") return;
  const last = pieces.at(-1);
  if (last === undefined || (/[\ud800-\udbff]$/.test(last) && /^[\udc00-\udfff]/.test(text))) pieces.push(text);
  else pieces[pieces.length - 1] = last + text;
}
