import { phraserBilanTriennal } from "../../src/redaction";
import { etablirBilan, lireOperations } from "../../src/suivi";
import { article3, objectifsDe } from "../suivi/feuilles";

test("un maximum de PLS inconnu se dit d'un projet comme d'un contrat signé", () => {
  const operations = [{ commune: "A", sociaux: 10, plai: 3, plus: 4, pls: 3, financee: 2027 }];
  const objectifs = objectifsDe([{ nom: "A", objectif: 10 }]);
  const { communes } = etablirBilan(objectifs, lireOperations(article3(operations)));
  const [dit] = communes.map((bilan) => phraserBilanTriennal(bilan, false).pourquoi);
  expect(dit?.replace(/\s/g, " ")).toContain(
    "Le maximum de PLS n’est pas connu : le bilan retient le cas général."
  );
  expect(dit).not.toContain("signature");
});
