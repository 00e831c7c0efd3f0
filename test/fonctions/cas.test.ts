import { FONCTIONS_AIDE } from "../../src/fonctions";
import { executer, lireAttendu, lireCas, simplifier } from "../outils/cas";

const CAS = lireCas();

describe("cas qu'un agent peut lire (test/cas)", () => {
  test.each(CAS.map((cas) => [cas.situation, cas.formule, cas.attendu] as const))(
    "%s : %s → %s",
    async (_situation, formule, attendu) => {
      expect(simplifier(await executer(formule))).toEqual(attendu);
    }
  );

  test("aucune situation n'est écrite deux fois", () => {
    const situations = CAS.map(({ situation }) => situation);
    expect(new Set(situations).size).toBe(situations.length);
  });
});

describe("aide des fonctions", () => {
  test.each(FONCTIONS_AIDE.flatMap(({ exemples }) => exemples).map((e) => [e.fr, e] as const))(
    "l'exemple %s donne ce que l'aide dit",
    async (fr, { resultat }) => {
      const attendu = resultat.map((ligne) => ligne.join(" | ")).join(" // ");
      expect(simplifier(await executer(fr))).toEqual(lireAttendu(attendu));
    }
  );

  test("chaque fonction est éprouvée par un cas, sauf celle qui ne rend que sa version", () => {
    const phrases = ["CMS.VERSION"];
    for (const { nom } of FONCTIONS_AIDE) {
      const eprouvee = CAS.some(({ formule }) => formule.startsWith(`=${nom}(`));
      expect([nom, eprouvee || phrases.includes(nom)]).toEqual([nom, true]);
    }
  });
});
