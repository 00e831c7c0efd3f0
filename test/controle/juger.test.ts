import { juger, lePire } from "../../src/controle/juger";
import type { Condition, Constat, Verdict } from "../../src/controle";

const constat = (gravite: Constat["gravite"]): Constat => ({
  gravite,
  code: "carencee",
  article: "guide",
  valeurs: {},
});
const SANS_REPONSE: Condition = { code: "plh", rappel: false, article: "L. 302-8, X, al. 5" };
const RAPPEL: Condition = { code: "signataires", rappel: true, article: "L. 302-8-1, I, al. 1" };

test.each<[Verdict, Constat["gravite"][], Condition[]]>([
  ["conforme", [], []],
  ["conforme", ["information"], [RAPPEL]],
  ["à confirmer", ["information"], [RAPPEL, SANS_REPONSE]],
  ["avertissements seulement", ["information", "avertissement"], [SANS_REPONSE]],
  ["non conforme", ["avertissement", "erreur"], [SANS_REPONSE]],
])("« %s » : %j", (verdict, gravites, conditions) => {
  expect(juger(gravites.map(constat), conditions)).toBe(verdict);
});

test.each<[ReturnType<typeof lePire>, Verdict[]]>([
  ["illisible", []],
  ["conforme", ["conforme", "conforme"]],
  ["à confirmer", ["conforme", "à confirmer"]],
  ["avertissements seulement", ["à confirmer", "avertissements seulement", "conforme"]],
  ["non conforme", ["avertissements seulement", "non conforme", "à confirmer"]],
])("le pire : « %s »", (pire, verdicts) => {
  expect(lePire(verdicts)).toBe(pire);
});
