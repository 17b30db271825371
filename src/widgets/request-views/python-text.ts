/** Texts as Python writes and decodes them. */

/** `repr()` of a str. */
export function reprStr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === quote || character === '\\') out += `\\${character}`;
    else if (character === '\n') out += '\\n';
    else if (character === '\r') out += '\\r';
    else if (character === '\t') out += '\\t';
    else if (character !== ' ' && /[\p{C}\p{Z}]/u.test(character)) out += code < 0x100 ? `\\x${hex(code, 2)}` : code < 0x1_0000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
    else out += character;
  }
  return out + quote;
}

/** `repr()` of bytes. */
export function reprBytes(bytes: string): string {
  const quote = bytes.includes("'") && !bytes.includes('"') ? '"' : "'";
  return `b${quote}${escapeBytes(bytes, quote)}${quote}`;
}

/** `repr()` of a bytearray, which keeps single quotes and escapes those inside. */
export function reprByteArray(bytes: string): string {
  const quote = bytes.includes("'") && !bytes.includes('"') ? '"' : "'";
  const inside = escapeBytes(bytes, quote);
  // Unlike bytes, a bytearray escapes every single quote, whatever stands around it.
  return `bytearray(b${quote}${quote === '"' ? inside.replaceAll("'", "\\'") : inside}${quote})`;
}

function escapeBytes(bytes: string, quote: string): string {
  const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', [quote]: `\\${quote}` };
  return bytes.replace(/[^ -~]|[\\'"]/g, (byte) => named[byte] ?? (byte >= ' ' && byte <= '~' ? byte : `\\x${hex(byte.charCodeAt(0), 2)}`));
}

const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');

/** `urllib.parse.unquote_to_bytes`: what is no valid escape stays. */
export function unquoteToBytes(bytes: string): string {
  return bytes.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** `urllib.parse.unquote` of ASCII: escapes are decoded as UTF-8, what is none becomes U+FFFD. */
export function unquote(ascii: string): string {
  return ascii.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    const bytes = unquoteToBytes(escapes);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  });
}
