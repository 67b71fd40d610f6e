// A company's proxy that inspects TLS: it takes CONNECT, shows a certificate of its own for every
// host, and passes the requests on to the stand-in for Vanta. No request leaves this machine.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";

export interface TlsProxy {
  /** For `https_proxy`. */
  readonly url: string;
  /** The PEM file of its certificate. */
  readonly caFile: string;
  /** The hosts that it was asked to connect to, in order. */
  readonly hosts: readonly string[];
  close(): Promise<void>;
}

const HOSTS = ["api.vanta.com", "api.vanta-gov.com"];

export async function startTlsProxy(target: string): Promise<TlsProxy> {
  const folder = mkdtempSync(join(tmpdir(), "tls-proxy-"));
  const [keyFile, caFile] = [join(folder, "key.pem"), join(folder, "ca.pem")];
  const names = HOSTS.map((host) => `DNS:${host}`).join(",");
  // biome-ignore format: one option per pair
  execFileSync("openssl", [
    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
    "-keyout", keyFile, "-out", caFile, "-days", "2",
    "-subj", "/CN=Proxy of the tests", "-addext", `subjectAltName=${names}`,
  ], { stdio: "ignore" });
  const identity = { key: readFileSync(keyFile), cert: readFileSync(caFile) };
  const inside = createTlsServer(identity, (incoming, outgoing) => {
    const { method, headers } = incoming;
    const onward = httpRequest(`${target}${incoming.url}`, { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  const hosts: string[] = [];
  // A server forgets the connections that it gave away by CONNECT.
  const sockets = new Set<Duplex>();
  const proxy = createServer();
  proxy.on("connect", (request, client) => {
    hosts.push(String(request.url));
    const server = connect(portOf(inside), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      server.pipe(client).pipe(server);
    });
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
  });
  for (const one of [inside, proxy])
    await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(proxy)}`,
    caFile,
    hosts,
    async close() {
      rmSync(folder, { recursive: true });
      for (const socket of sockets) socket.destroy();
      for (const one of [inside, proxy]) {
        one.closeAllConnections();
        await new Promise((resolve) => one.close(resolve));
      }
    },
  };
}

function portOf(server: Server): number {
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
