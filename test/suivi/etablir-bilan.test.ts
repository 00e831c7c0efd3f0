import { phraserBilanTriennal, resumerBilans } from "../../src/redaction";
import { quelBilan } from "../../src/regles";
import { etablirBilan, lireOperations, type BilanTriennal } from "../../src/suivi";
import { article3, objectifsDe, type Ligne } from "./feuilles";

function bilanDe(
  commune: Parameters<typeof objectifsDe>[0][number],
  lignes: readonly Ligne[],
  type?: Parameters<typeof objectifsDe>[1]
): BilanTriennal {
  const { communes } = etablirBilan(objectifsDe([commune], type), lireOperations(article3(lignes)));
  const [bilan] = communes;
  if (!bilan) throw new Error("Aucun bilan.");
  return bilan;
}

const financee = (sociaux: number, plai: number, pls: number): Ligne => ({
  commune: "A",
  nom: `De ${sociaux}`,
  sociaux,
  plai,
  plus: sociaux - plai - pls,
  pls,
  financee: 2027,
});
const A = { nom: "A", objectif: 100, plai: 30, pls: 30, objectifLegal: 80 };

test("quantité et qualité tenues : pas de carence, et les mêmes nombres que les règles", () => {
  const bilan = bilanDe(A, [financee(100, 30, 30)]);
  expect(bilan).toMatchObject({ realises: 100, carencePossible: false, excedent: 0 });
  expect(bilan.bilan).toEqual(quelBilan(100, 100, 30, 30, null, null));
});

test.each([
  ["un logement de moins", financee(99, 30, 29)],
  ["un PLAI de moins", financee(100, 29, 30)],
  ["un PLS de trop", financee(100, 30, 31)],
])("%s : la carence est possible", (_, ligne) => {
  const bilan = bilanDe(A, [ligne]);
  expect(bilan.carencePossible).toBe(true);
  expect(phraserBilanTriennal(bilan, false).titre).toMatch(/^A\u00a0: objectif non atteint$/);
  expect(phraserBilanTriennal(bilan, false).pourquoi).toMatch(/procédure de carence s’engage/);
  const avant = phraserBilanTriennal(bilan, true);
  expect(avant.titre).toMatch(/^A\u00a0: objectif pas encore atteint$/);
  expect(avant.pourquoi).not.toMatch(/carence/);
});

test("seul le financement effectif, dans la période et dans la première liste, compte", () => {
  const lignes = [
    financee(40, 12, 12),
    { ...financee(41, 12, 12), financee: 2025 },
    { ...financee(42, 12, 12), financee: undefined, prevue: 2027 },
  ];
  const aPart = [financee(43, 12, 12)];
  const { communes } = etablirBilan(objectifsDe([A]), lireOperations(article3(lignes, aPart)));
  expect(communes[0]?.realises).toBe(40);
});

test("le report ne commence qu'au-delà de l'objectif augmenté par la mutualisation", () => {
  const bilan = bilanDe(A, [financee(110, 33, 33)]);
  expect(bilan).toMatchObject({ excedent: 10, releve: true, carencePossible: false });
  expect(phraserBilanTriennal(bilan, false).queFaire).toMatch(
    /10 logements, au-delà de l’objectif augmenté \(100, pour 80 avant le contrat\)/
  );
  expect(bilanDe(A, [financee(90, 27, 27)]).excedent).toBe(0);
});

test("un plafond de PLS de 20 % se relit du nombre signé", () => {
  const bilan = bilanDe({ ...A, pls: 20 }, [financee(100, 30, 25)]);
  expect(bilan.bilan).toMatchObject({ plsMaximum: 20, plsEnTrop: 5 });
  expect(bilanDe({ ...A, pls: null }, [financee(100, 30, 25)])).toMatchObject({
    plsIndetermine: true,
    carencePossible: false,
  });
});

test("un objectif nul n'a pas de bilan ; une typologie impossible le refuse", () => {
  expect(bilanDe({ ...A, objectif: 0 }, []).bilan).toBeNull();
  const impossible = bilanDe(A, [{ ...financee(10, 8, 1), pls: 8 }]);
  expect(impossible.bilan?.ok).toBe(false);
  expect(phraserBilanTriennal(impossible, false).titre).toMatch(/^A\u00a0: bilan impossible$/);
});

test("une ville à arrondissements n'a qu'un bilan", () => {
  const { communes } = etablirBilan(
    objectifsDe(
      [
        { nom: "A", objectif: 60 },
        { nom: "B", objectif: 40 },
      ],
      "arrondissements"
    ),
    lireOperations(article3([financee(100, 30, 30)]))
  );
  expect(communes).toHaveLength(1);
  expect(communes[0]).toMatchObject({ objectif: 100, realises: 100, carencePossible: false });
});

test.each<[string | undefined, boolean]>([
  ["2028-12-30", true],
  ["2028-12-31", true],
  ["2029-01-01", false],
  [undefined, false],
])("vu le %s, le bilan est provisoire : %s", (jour, provisoire) => {
  const bilan = etablirBilan(objectifsDe([A]), null, jour);
  expect(bilan).toMatchObject({ periode: "2026-2028", finLe: "2028-12-31", provisoire });
});

test("chaque commune a le sien : ce que l'une a de trop ne sert pas à l'autre", () => {
  const lignes = [financee(150, 45, 45), { ...financee(20, 6, 6), commune: "B", accession: 4 }];
  const { communes } = etablirBilan(
    objectifsDe([A, { nom: "B", insee: "86002", objectif: 30 }]),
    lireOperations(article3(lignes))
  );
  expect(communes).toMatchObject([
    { nom: "A", realises: 150, excedent: 50, carencePossible: false, accession: 0 },
    { nom: "B", insee: "86002", realises: 20, excedent: 0, carencePossible: true, accession: 4 },
  ]);
});

test.each<[string, number | null, boolean]>([
  ["en dessous de l'objectif retenu", 99, true],
  ["le même", 100, false],
  ["au-dessus", 101, false],
  ["inconnu", null, false],
])("l'objectif légal est %s : l'objectif est-il augmenté ?", (_, objectifLegal, releve) => {
  expect(bilanDe({ ...A, objectifLegal }, []).releve).toBe(releve);
});

test("5 logements : 20 et 30 % donnent un seul PLS ; c'est le cas général qui est retenu", () => {
  const bilan = bilanDe({ ...A, objectif: 5, pls: 1 }, [financee(5, 2, 1)]);
  expect(bilan.bilan).toMatchObject({ plsMaximum: 30 });
  expect(bilan.plsIndetermine).toBe(false);
});

test("le bilan d'une ville ne compte que ses arrondissements, et ne connaît pas son maximum de PLS", () => {
  const { communes } = etablirBilan(
    objectifsDe(
      [
        { nom: "A", insee: "69381", objectif: 60 },
        { nom: "B", insee: "69382", objectif: 40 },
      ],
      "arrondissements"
    ),
    lireOperations(article3([financee(60, 18, 18), { ...financee(40, 12, 12), commune: "Bron" }]))
  );
  expect(communes).toMatchObject([
    { nom: "Ensemble de la ville", insee: null, realises: 60, objectif: 100, plsIndetermine: true },
  ]);
});

test.each<[string, number, RegExp]>([
  ["atteint", 100, /Chaque autre commune a atteint son objectif/],
  ["non atteint", 99, /non atteint : 1 commune sur 1\./],
])("une commune sans objectif lisible est dite hors du bilan (%s)", (_, sociaux, attendu) => {
  const objectifs = { ...objectifsDe([A]), sansObjectif: [{ nom: "Delta", insee: null }] };
  const bilan = etablirBilan(objectifs, lireOperations(article3([financee(sociaux, 30, 30)])));
  const resume = resumerBilans(bilan).replace(/\s/g, " ");
  expect(resume).toMatch(/^Hors de ce bilan, faute d’objectif lisible : Delta\. /);
  expect(resume).toMatch(attendu);
});

test("une opération financée puis abandonnée n'est pas réalisée", () => {
  const lignes = [financee(60, 18, 18), { ...financee(40, 12, 12), observations: "Abandonnée" }];
  expect(bilanDe(A, lignes)).toMatchObject({ realises: 60, plai: 18, pls: 18 });
  const bilan = etablirBilan(objectifsDe([A]), lireOperations(article3(lignes)));
  expect(resumerBilans(bilan).replace(/\s/g, " ")).toMatch(
    / 1 opération de l’article 3, dite abandonnée, n’y compte pas\.$/
  );
});
