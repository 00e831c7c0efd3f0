import { ecrireXlsx, lireXlsx, type CelluleXlsx } from "../../src/fichier";
import { convertir, DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../outils/libreoffice";
import { classeurDe, feuilleDe } from "./fabriques";

/** Une colonne de cellules. */
function colonne(...contenus: Omit<CelluleXlsx, "ligne" | "colonne">[]): CelluleXlsx[] {
  return contenus.map((contenu, ligne) => ({ ligne, colonne: 0, ...contenu }));
}

testAvecLibreOffice(
  "LibreOffice ouvre notre fichier, en recalcule les formules et garde les textes",
  async () => {
    const cellules = colonne(
      { valeur: "=1+1" },
      { valeur: "Saint-Loup & <Étangs> « 🏘️ »" },
      { valeur: 21 },
      // Valeur périmée : LibreOffice doit la corriger.
      { valeur: 99, formule: "=A3*2" },
      { valeur: null, formule: "=ROW(A1:A2)", etendue: "A5:A6" },
      { valeur: null },
      { valeur: { erreur: "#N/A" } },
      { valeur: true },
      { valeur: 1, formule: '=IFNA(A7,"absent")' }
    );
    const csv = convertir(await ecrireXlsx(classeurDe(feuilleDe({ cellules }))), "csv");
    expect(csv.toString("utf8").trimEnd().split("\n")).toEqual([
      "=1+1",
      "Saint-Loup & <Étangs> « 🏘️ »",
      "21",
      "42",
      "1",
      "2",
      "#N/A",
      "TRUE",
      "absent",
    ]);
  },
  DELAI_LIBREOFFICE_MS
);

testAvecLibreOffice(
  "ce que LibreOffice enregistre se relit : valeurs, styles, tailles, mise en page",
  async () => {
    const feuille = feuilleDe({
      nom: "Article 2 – 2026-2028",
      cellules: [
        {
          ligne: 2,
          colonne: 1,
          valeur: 0.33,
          style: {
            gras: true,
            fond: "#EDEDED",
            horizontal: "droite",
            format: "0.0%",
            bordures: { haut: "double", bas: "moyen" },
          },
        },
        { ligne: 3, colonne: 1, valeur: "=HYPERLINK(1)" },
      ],
      fusions: ["D1:E2"],
      largeurs: new Map([[1, 105]]),
      hauteurs: new Map([[2, 30]]),
      lignesMasquees: new Set([4]),
      colonnesMasquees: new Set([7]),
      impression: {
        orientation: "paysage",
        marges: { haut: 36, bas: 54, gauche: 36, droite: 36 },
        pagesEnLargeur: 1,
        piedDePage: { gauche: "Val d’Orle && Cie", centre: "", droite: "Page &P/&N" },
        lignesRepetees: "2:3",
        sauts: [4],
      },
    });
    const classeur = {
      ...classeurDe(feuilleDe(), feuille),
      noms: [{ nom: "Cible", reference: "Feuil1!$A$1" }],
      active: 1,
    };
    const relu = await lireXlsx(convertir(await ecrireXlsx(classeur), "xlsx"));

    expect(relu).toMatchObject({ noms: classeur.noms, active: 1 });
    const [, relue] = relu.feuilles;
    expect(relue).toMatchObject({
      nom: feuille.nom,
      fusions: feuille.fusions,
      lignesMasquees: feuille.lignesMasquees,
      colonnesMasquees: feuille.colonnesMasquees,
    });
    // Les cellules vides d'une fusion ont la police par défaut, la nôtre : rien à en dire.
    expect(relue?.cellules.filter(({ style }) => style?.taille)).toEqual([]);
    for (const cellule of feuille.cellules) expect(relue?.cellules).toContainEqual(cellule);
    expect(relue?.impression).toMatchObject({
      orientation: "paysage",
      pagesEnLargeur: 1,
      lignesRepetees: "2:3",
      sauts: [4],
    });
    // Excel arrondit la largeur d'un chiffre au pixel, LibreOffice non.
    const largeur = relue?.largeurs.get(1) ?? 0;
    expect(Math.abs(largeur - 105) / 105).toBeLessThan(0.05);
    expect(relue?.hauteurs.get(2)).toBeCloseTo(30, 0);
  },
  DELAI_LIBREOFFICE_MS
);
