// Bytes in UTF-8 → text.
import { isAscii } from "node:buffer";

/** The text without a byte order mark; bytes that are not UTF-8 become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The same for ASCII, without looking at each character.
  if (isAscii(bytes)) return buffer.toString("latin1");
  const text = buffer.toString("utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
