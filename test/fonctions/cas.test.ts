import { FONCTIONS_AIDE } from "../../src/fonctions";
import { executer, lireCas } from "../outils/cas";
import { chargerSansExcel } from "../outils/fonctions";

const CAS = lireCas();

describe("cas qu'un agent peut lire (test/cas)", () => {
  test.each(CAS.map((cas) => [cas.situation, cas.formule, cas.attendu] as const))(
    "%s : %s → %s",
    async (_situation, formule, attendu) => {
      expect(await executer(formule)).toEqual(attendu);
    }
  );

  test("aucune situation n'est écrite deux fois", () => {
    const situations = CAS.map(({ situation }) => situation);
    expect(new Set(situations).size).toBe(situations.length);
  });
});

describe("aide des fonctions", () => {
  const exemples = FONCTIONS_AIDE.flatMap(({ exemples }) => exemples);

  test.each(exemples.map(({ fr, resultat }) => [fr, resultat] as const))(
    "l'exemple %s donne %s",
    async (fr, resultat) => {
      expect(await executer(fr)).toEqual(resultat);
    }
  );

  test("chaque fonction a son aide, et chaque aide sa fonction", async () => {
    const noms = Object.keys(await chargerSansExcel()).map(
      (id) => `CMS.${id.replaceAll("_", ".")}`
    );
    expect(FONCTIONS_AIDE.map(({ nom }) => nom).sort()).toEqual(noms.sort());
  });

  test("chaque fonction est éprouvée par un cas, sauf celles qui ne rendent qu'une phrase", () => {
    const phrases = ["CMS.EXPLIQUER", "CMS.VERSION"];
    for (const { nom } of FONCTIONS_AIDE) {
      const eprouvee = CAS.some(({ formule }) => formule.startsWith(`=${nom}(`));
      expect([nom, eprouvee || phrases.includes(nom)]).toEqual([nom, true]);
    }
  });
});
