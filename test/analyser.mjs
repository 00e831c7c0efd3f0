/**
 * Passe des sources à ESLint, avec la vraie configuration. Programme à part, parce que la configuration est un module ES,
 * que jest ne charge pas. Entrée : [{ fichier, source }] en JSON ; sortie : les règles enfreintes par chacune.
 */

import { text } from "node:stream/consumers";
import { ESLint } from "eslint";

/** @type {{ fichier: string, source: string }[]} */
const cas = JSON.parse(await text(process.stdin));
const eslint = new ESLint();
const regles = [];
for (const { fichier, source } of cas) {
  const [resultat] = await eslint.lintText(source, { filePath: fichier });
  regles.push(resultat?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? []);
}
process.stdout.write(JSON.stringify(regles));
