import { lireXlsx, type ClasseurXlsx } from "../../src/fichier";
import { depuisUniver } from "../../src/hote";
import { demarrerBanc } from "../integration/banc";
import { feuilleDe } from "../fichier/fabriques";

const CLASSEUR: ClasseurXlsx = {
  feuilles: [
    {
      nom: "Données",
      masquee: false,
      cellules: [
        { ligne: 0, colonne: 0, valeur: "Commune", style: { gras: true, fond: "#DDEBF7" } },
        { ligne: 0, colonne: 1, valeur: "=pas une formule" },
        { ligne: 1, colonne: 0, valeur: true },
        { ligne: 1, colonne: 1, valeur: 0.205, style: { format: "0.0 %" } },
        { ligne: 2, colonne: 0, valeur: { erreur: "#N/A" } },
        { ligne: 2, colonne: 1, valeur: 3, formule: "=SUM(1,2)" },
        { ligne: 4, colonne: 0, valeur: 1, formule: "=SEQUENCE(3)", etendue: "A5:A7" },
        { ligne: 5, colonne: 0, valeur: 2 },
        { ligne: 6, colonne: 0, valeur: 3 },
        {
          ligne: 8,
          colonne: 2,
          valeur: null,
          style: {
            horizontal: "centre",
            vertical: "milieu",
            renvoiALaLigne: true,
            taille: 9,
            couleur: "#C00000",
            bordures: { haut: "fin", bas: "double", gauche: "moyen" },
          },
        },
      ],
      fusions: ["C9:D9"],
      largeurs: new Map([[0, 120]]),
      hauteurs: new Map([[1, 30]]),
      lignesMasquees: new Set([3]),
      colonnesMasquees: new Set([5]),
      lignesFigees: 1,
      colonnesFigees: 2,
      quadrillage: false,
      impression: {
        orientation: "paysage",
        marges: { haut: 36, bas: 37, gauche: 38, droite: 39 },
        pagesEnLargeur: 1,
        piedDePage: { gauche: "g", centre: "Page &P", droite: "d" },
        lignesRepetees: "1:1",
        sauts: [5],
      },
      validations: [
        {
          plage: "A2:A3",
          regle: { liste: ["Oui", "Non"] },
          invite: { titre: "PLH", texte: "Oui ou Non." },
          alerte: { titre: "Réponse inattendue", texte: "Oui ou Non." },
        },
        {
          plage: "B9",
          regle: { entier: { min: 1, max: 10 } },
          invite: { titre: "Rang", texte: "De 1 à 10." },
        },
        {
          plage: "D2:D3",
          regle: { entier: { min: 0, max: 100, auPlus: "E2" } },
          invite: { titre: "Logements sociaux", texte: "Pas plus que de logements." },
          alerte: { titre: "Trop de logements", texte: "Pas plus que de logements." },
          bloquante: true,
        },
        {
          plage: "C9",
          regle: { date: { min: "2026-01-01", max: "2028-12-31" } },
          invite: { titre: "Délibération", texte: "Une date de la période." },
        },
      ],
    },
    feuilleDe({ nom: "Cachée", masquee: true }),
  ],
  noms: [{ nom: "TAUX", reference: "Données!$B$2" }],
  active: 0,
};

test("un classeur ouvert puis enregistré est le même, étalements et mise en page compris", async () => {
  const banc = await demarrerBanc({ classeur: CLASSEUR });
  const { feuilles, ...reste } = depuisUniver(banc.hote.classeur);
  const parPlace = (f: (typeof feuilles)[number]) => ({
    ...f,
    cellules: [...f.cellules].sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne),
  });
  expect({ ...reste, feuilles: feuilles.map(parPlace) }).toEqual(CLASSEUR);
  banc.fermer();
});

test("`getFileAsync` rend le classeur en .xlsx, par tranches", async () => {
  const banc = await demarrerBanc({ feuilles: { Source: [["Commune", "=SOMME(1;2,5)"]] } });
  const octets = await lireParTranches(banc.Office);
  const { feuilles } = await lireXlsx(octets);
  expect(feuilles.map(({ nom }) => nom)).toEqual(["Source"]);
  expect(feuilles[0]?.cellules).toMatchObject([
    { ligne: 0, colonne: 0, valeur: "Commune" },
    { ligne: 0, colonne: 1, valeur: 3.5, formule: "=SUM(1,2.5)" },
  ]);
  banc.fermer();
});

async function lireParTranches(office: typeof Office): Promise<Uint8Array> {
  const { document } = office.context;
  const type = office.FileType.Compressed;
  const fichier = await attendre<Office.File>((fin) =>
    document.getFileAsync(type, { sliceSize: 1024 }, fin)
  );
  const octets: number[] = [];
  for (let rang = 0; rang < fichier.sliceCount; rang += 1) {
    const tranche = await attendre<Office.Slice>((fin) => fichier.getSliceAsync(rang, fin));
    octets.push(...(tranche.data as number[]));
  }
  expect(fichier.sliceCount).toBeGreaterThan(1);
  expect(octets).toHaveLength(fichier.size);
  await attendre<void>((fin) => fichier.closeAsync(fin));
  return Uint8Array.from(octets);
}

function attendre<T>(
  appeler: (fin: (resultat: Office.AsyncResult<T>) => void) => void
): Promise<T> {
  return new Promise((resoudre, rejeter) =>
    appeler(({ error, value }) => (error ? rejeter(new Error(error.message)) : resoudre(value)))
  );
}
