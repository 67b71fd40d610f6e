// A server on 127.0.0.1 whose responses a test writes by hand, byte by byte if it must.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

export interface RawServer {
  /** An origin. */
  readonly url: string;
  readonly port: number;
  /** Method and path of every request, CONNECT too. */
  readonly seen: readonly string[];
  /** How many connections were opened. */
  readonly connections: () => number;
  /** Resolves once every connection is closed. */
  readonly drained: () => Promise<void>;
  close(): Promise<void>;
}

/** `count` numbers the requests from 1. */
export type Answer = (incoming: IncomingMessage, outgoing: ServerResponse, count: number) => void;
/** Gets the requests of a client that takes the server for a proxy. */
export type Connect = (incoming: IncomingMessage, socket: Duplex) => void;

export async function startRawServer(
  answer: Answer = () => undefined,
  connect: Connect = (_, socket) => void socket.destroy(),
): Promise<RawServer> {
  const seen: string[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((incoming, outgoing) => {
    outgoing.on("error", () => undefined);
    seen.push(`${incoming.method} ${incoming.url}`);
    answer(incoming, outgoing, seen.length);
  });
  server.on("connect", (incoming, socket) => {
    seen.push(`CONNECT ${incoming.url}`);
    connect(incoming, socket);
  });
  server.on("connection", (socket: Socket) => {
    connections += 1;
    open.add(socket.on("error", () => undefined));
    socket.on("close", () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    connections: () => connections,
    async drained() {
      const closed = (socket: Socket) => new Promise((resolve) => socket.once("close", resolve));
      await Promise.all([...open].map(closed));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
