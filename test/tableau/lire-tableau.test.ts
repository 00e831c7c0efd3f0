import fc from "fast-check";
import { planExemple } from "../../src/feuilles";
import { lireTableau, type TableauLu } from "../../src/tableau";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";

const TITRES = [
  "Nom de la commune",
  "Nombre de LS manquants au 1er janvier 2022",
  "Taux de rattrapage avant mutualisation",
  "Objectifs 2023-2025 avant mutualisation",
  "Taux de rattrapage après mutualisation",
  "Objectifs 2023-2025 après mutualisation",
];

const lire = (lignes: Parameters<typeof feuilleDe>[0]): TableauLu => {
  const lecture = lireTableau(feuilleDe(lignes));
  if (!lecture.trouve) throw new Error("aucun tableau");
  return lecture.tableau;
};

test("les six titres de la trame officielle, sous un titre, avec un total", () => {
  const tableau = lire([
    ["Mutualisation"],
    ["EPCI : EPCI A-B"],
    TITRES,
    ["Commune A", 500, 0.33, 165, 0.17, 85],
    ["Commune B", 300, 0.33, 99, 0.597, 179],
    ["Total", 800, null, 264, null, 264],
    ["Note : chiffres provisoires"],
  ]);
  expect(tableau).toMatchObject({
    plage: "A3:F6",
    type: "mutualisant",
    periode: "2023-2025",
    inventaire: 2022,
    epci: "EPCI A-B",
  });
  expect(tableau.communes.map(({ nom }) => nom)).toEqual(["Commune A", "Commune B"]);
  expect(tableau.total?.donnees.objectifApres).toMatchObject({ valeur: 264, adresse: "F6" });
});

test("dans n'importe quel ordre, avec d'autres colonnes, un intertitre et une ligne vide", () => {
  const tableau = lire([
    [
      "Objectifs après mutualisation",
      "Observations",
      "Commune",
      "Logements sociaux manquants",
      "Écart",
    ],
    [null, null, "Première couronne"],
    [85, "à revoir", "Commune A", 500, 5],
    [null],
    [179, null, "Commune B", 300, 5],
  ]);
  expect(tableau.communes.map(({ nom, ligne }) => [nom, ligne])).toEqual([
    ["Commune A", 2],
    ["Commune B", 4],
  ]);
  expect(tableau.total).toBeNull();
  expect(tableau.plage).toBe("A1:E5");
});

test("les titres de la trame abaissante", () => {
  const tableau = lire([
    [
      "Nom de la commune",
      "Nombre de LS manquants au 1er janvier 2025",
      "Taux de rattrapage avant CMS",
      "Objectifs 2026-2028 avant CMS",
      "Taux de rattrapage retenu",
      "Objectifs 2026-2028 retenus",
    ],
    ["Commune A", 500, 0.33, 165, 0.25, 125],
  ]);
  expect(tableau).toMatchObject({ type: "abaissant", periode: "2026-2028", inventaire: 2025 });
});

test("sans colonne des manquants : ce qui a été cherché, trouvé, absent", () => {
  const lecture = lireTableau(
    feuilleDe([
      ["Commune", "Objectifs avant", "Objectifs après"],
      ["A", 165, 85],
    ])
  );
  if (lecture.trouve) throw new Error("tableau inattendu");
  const { cherches, plage, cellulesLues } = lecture.absence;
  expect([plage, cellulesLues]).toEqual(["A1:C2", 6]);
  const etat = Object.fromEntries(cherches.map(({ champ, trouve }) => [champ, trouve?.adresse]));
  expect(etat).toMatchObject({
    commune: "A1",
    objectifAvant: "B1",
    objectifApres: "C1",
    deficit: undefined,
  });
});

test("une feuille vide", () => {
  const lecture = lireTableau({ nom: "Feuil1", ligne: 0, colonne: 0, cellules: [] });
  expect(lecture).toMatchObject({ trouve: false, absence: { plage: null, cellulesLues: 0 } });
});

test.each(["plaquette", "grand-poitiers"] as const)("l'exemple « %s » se lit", (cle) => {
  const lecture = lireTableau(feuilleDuPlan(planExemple(cle)));
  expect(lecture).toMatchObject({
    trouve: true,
    tableau: { type: "mutualisant", periode: "2023-2025" },
  });
});

test("n'importe quelle feuille reçoit une réponse", () => {
  const valeur = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(...TITRES, "Total"),
    fc.record({ erreur: fc.constant("#N/A") })
  );
  fc.assert(
    fc.property(fc.array(fc.array(valeur, { maxLength: 8 }), { maxLength: 8 }), (lignes) => {
      const lecture = lireTableau(feuilleDe(lignes));
      expect(typeof lecture.trouve).toBe("boolean");
    })
  );
});
