// Checks Cypher texts: reads {schema, texts: [{name, text, parameters}]} from standard input and writes
// [{name, version, severity, message, line}] for the two versions of the language.
import { lintCypherQuery } from "@neo4j-cypher/language-support";

let input = "";
for await (const part of process.stdin) input += part;
const { schema, texts } = JSON.parse(input);
const found = [];
for (const { name, text, parameters } of texts) {
  for (const version of ["CYPHER 5", "CYPHER 25"]) {
    const { diagnostics } = lintCypherQuery(text, { ...schema, parameters, defaultLanguage: version });
    for (const d of diagnostics) {
      found.push({ name, version, severity: d.severity, message: d.message, line: d.range.start.line + 1 });
    }
  }
}
process.stdout.write(JSON.stringify(found));
