// The bytes of a response, put together as they arrive. To keep the pieces until the last one has
// come would take twice the memory.

/** Collects bytes. */
export class ByteCollector {
  size = 0;
  #buffer: Buffer;

  /** `expected`: how many bytes will come, in most cases. */
  constructor(expected: number) {
    this.#buffer = Buffer.allocUnsafe(expected);
  }

  /** All bytes so far. */
  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.size);
  }

  add(bytes: Uint8Array): void {
    const size = this.size + bytes.length;
    if (size > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(size, 2 * this.#buffer.length));
      larger.set(this.bytes);
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.size);
    this.size = size;
  }
}
