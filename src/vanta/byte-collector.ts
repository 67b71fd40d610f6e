// The bytes of a response, put together as they arrive. To keep the pieces until the last one has
// come would take twice the memory of one whose length is announced.

/** Collects bytes. */
export class ByteCollector {
  size = 0;
  readonly #limit: number;
  #buffer: Buffer;

  /** `expected`: how many bytes are announced. `limit`: how many come at most. */
  constructor(expected: number, limit: number) {
    this.#limit = limit;
    this.#buffer = Buffer.allocUnsafe(Math.min(expected, limit));
  }

  /** All bytes so far. */
  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.size);
  }

  add(bytes: Uint8Array): void {
    const size = this.size + bytes.length;
    if (size > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(size, Math.min(2 * size, this.#limit)));
      larger.set(this.bytes);
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.size);
    this.size = size;
  }
}
