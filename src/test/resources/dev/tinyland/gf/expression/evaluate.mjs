// Evaluates expressions with GitHub's own package. Argument: the folder of @actions/expressions.
// Standard input: one JSON document {"expr": …, "contexts": {…}} a line. Output: one result a line.
import {createInterface} from "node:readline";
import {pathToFileURL} from "node:url";

const home = pathToFileURL(process.argv[2] + "/dist/").href;
const {Lexer, Parser, Evaluator, data} = await import(home + "index.js");
const {reviver} = await import(home + "data/reviver.js");
const {replacer} = await import(home + "data/replacer.js");

const kinds = {Null: data.Kind.Null, Boolean: data.Kind.Boolean, Number: data.Kind.Number, String: data.Kind.String};

function show(value) {
  switch (value.kind) {
    case kinds.Null:
      return "null";
    case kinds.Boolean:
    case kinds.Number:
      return value.coerceString();
    case kinds.String:
      return "'" + value.value + "'";
    default:
      return JSON.stringify(value, replacer);
  }
}

for await (const line of createInterface({input: process.stdin})) {
  const test = JSON.parse(line);
  let outcome;
  try {
    const contexts = JSON.parse(JSON.stringify(test.contexts), reviver);
    const tokens = new Lexer(test.expr).lex().tokens;
    const tree = new Parser(tokens, Object.keys(test.contexts), []).parse();
    outcome = tree === undefined ? "null" : show(new Evaluator(tree, contexts).evaluate());
  } catch {
    outcome = "error";
  }
  console.log(JSON.stringify(outcome));
}
