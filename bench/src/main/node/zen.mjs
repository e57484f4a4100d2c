// Evaluates the policy `request-volume` as a decision table in GoRules zen. Reads `policy.json`: the rules with their
// conditions, and requests with the ids of the rules that have to fire. Checks all requests first, then measures those
// of each kind, and writes one JSON line: nanoseconds for each evaluation, one after the other and many at once.
import { readFileSync } from "node:fs";
import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";

const AT_ONCE = 64;
const SECONDS = 3;

const { rules, checked, measured } = JSON.parse(readFileSync("policy.json", "utf8"));

const table = {
  nodes: [
    { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
    {
      id: "table",
      name: "table",
      type: "decisionTableNode",
      position: { x: 1, y: 0 },
      content: {
        hitPolicy: "collect",
        inputs: [{ id: "holds", name: "holds" }],
        outputs: [{ id: "rule", name: "rule", field: "rule" }],
        rules: rules.map(({ id, condition }) => ({ _id: id, holds: condition, rule: JSON.stringify(id) })),
      },
    },
    { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: "a", type: "edge", sourceId: "in", targetId: "table" },
    { id: "b", type: "edge", sourceId: "table", targetId: "out" },
  ],
};

const decision = new ZenEngine().createDecision(new ZenDecisionContent(table));

const fired = async (request) => (await decision.evaluate(request)).result.map((hit) => hit.rule).sort();

for (const { request, rules: expected } of checked) {
  const found = await fired(request);
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`the policies differ: ${expected} and ${found}; mend them first`);
  }
}

// The median of batches, so that a pause of the machine does not count.
const measure = async (requests, atOnce) => {
  const batches = [];
  let next = 0;
  const end = performance.now() + 1000 * SECONDS;
  while (performance.now() < end) {
    const start = performance.now();
    for (let done = 0; done < 1024; done += atOnce) {
      await Promise.all(
        Array.from({ length: atOnce }, () => decision.evaluate(requests[next++ % requests.length])),
      );
    }
    batches.push(((performance.now() - start) * 1e6) / 1024);
  }
  return batches.sort((a, b) => a - b)[batches.length >> 1];
};

for (const [kind, requests] of Object.entries(measured)) {
  await measure(requests, 1);
  console.log(
    JSON.stringify({
      kind,
      alone: await measure(requests, 1),
      atOnce: await measure(requests, AT_ONCE),
    }),
  );
}
