// Holds requests and answers against an OpenAPI document. A script of its own because its validator mixes CommonJS and ESM in a way that
// jest cannot load on every Node.js. Reads {document, exchanges} as JSON from stdin; writes, for each exchange, what is wrong with it.
import { json } from "node:stream/consumers";
import addFormats from "ajv-formats";
import { OpenAPIValidator } from "openapi-backend";

const { document, exchanges } = await json(process.stdin);
const validator = new OpenAPIValidator({
  definition: document,
  ajvOpts: { strict: false },
  customizeAjv: (ajv) => addFormats(ajv),
});

process.stdout.write(
  JSON.stringify(
    exchanges.map((exchange) => ({
      request: checkRequest(exchange),
      answer: checkAnswer(exchange),
    })),
  ),
);

function checkRequest({ method, path, query, headers, body }) {
  if (document.paths[path]?.[method.toLowerCase()] === undefined) return ["no such call"];
  return tell(validator.validateRequest({ method, path, query, headers, body }));
}

function checkAnswer({ method, path, status, answer }) {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (operation === undefined)
    return status === 404 ? [] : [`${status} for a call that there is not`];
  const declared = operation.responses[status];
  if (declared === undefined) return [`${status} is not declared`];
  if (answer === undefined)
    return "text/html" in declared.content ? [] : [`${status} is not declared as HTML`];
  return tell(validator.validateResponse(answer, operation.operationId, status));
}

function tell({ errors }) {
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
