// A server on 127.0.0.1 whose answers a test writes by hand, byte by byte if it must.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

export interface RawServer {
  /** An origin. */
  readonly url: string;
  readonly port: number;
  /** Method and path of every request, CONNECT too. */
  readonly seen: readonly string[];
  /** How many connections were opened. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Starts it; `answer` gets the requests and their number, from 1, and `connect` those of a client that takes it for a proxy. */
export async function startRawServer(
  answer: (incoming: IncomingMessage, outgoing: ServerResponse, count: number) => void,
  connect: (incoming: IncomingMessage, socket: Duplex) => void = (_, socket) => {
    socket.destroy();
  },
): Promise<RawServer> {
  const seen: string[] = [];
  let connections = 0;
  const server = createServer((incoming, outgoing) => {
    outgoing.on("error", () => undefined);
    seen.push(`${incoming.method} ${incoming.url}`);
    answer(incoming, outgoing, seen.length);
  });
  const tunnels = new Set<Duplex>();
  server.on("connect", (incoming, socket) => {
    tunnels.add(socket.on("error", () => undefined));
    seen.push(`CONNECT ${incoming.url}`);
    connect(incoming, socket);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of tunnels) socket.destroy();
      }),
  };
}
