import { lireCas, simplifier } from "../outils/cas";
import { demarrerBancDuComplement, type Banc } from "./banc";

/** Les fonctions du complément, tapées dans les cellules du classeur embarqué, à la française. */

let banc: Banc;

beforeAll(async () => {
  banc = await demarrerBancDuComplement({ feuilles: { Feuil1: [], Cas: [] } });
});

afterAll(() => banc.fermer());

const ERREURS: Readonly<Record<string, string>> = { "#VALUE!": "#VALEUR!" };

test("chaque cas de test/cas donne le même résultat dans les cellules", async () => {
  let ligne = 1;
  const places = lireCas().map(({ formule, attendu }) => {
    const place = { formule, attendu, ligne };
    ligne += Array.isArray(attendu) ? attendu.length : 1;
    return place;
  });
  for (const { formule, ligne } of places) banc.saisir(`Cas!A${ligne}`, formule);
  const obtenus = [];
  for (const { formule, attendu, ligne } of places) {
    const lignes = Array.isArray(attendu)
      ? await Promise.all(attendu.map((cellules, i) => lireLigne(ligne + i, cellules.length)))
      : await lireCellule("A", ligne);
    obtenus.push([formule, simplifier(lignes)]);
  }
  expect(obtenus).toEqual(places.map(({ formule, attendu }) => [formule, attendu]));
});

function lireLigne(ligne: number, largeur: number): Promise<unknown[]> {
  const colonnes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".slice(0, largeur);
  return Promise.all([...colonnes].map((colonne) => lireCellule(colonne, ligne)));
}

async function lireCellule(colonne: string, ligne: number): Promise<unknown> {
  const valeur = await banc.lire(`Cas!${colonne}${ligne}`);
  return ERREURS[String(valeur)] ?? valeur;
}

test("un écart calculé dans la formule", async () => {
  banc.saisir("B1", "=CMS.OBJECTIF(500;(0,25-0,21)*100)");
  banc.saisir("B2", "=CMS.OBJECTIF(500;0,25-0,2)");
  expect(await banc.lire("B1")).toBe(250);
  expect(await banc.lireTexte("B2")).toBe("#VALEUR!");
  expect(await banc.texteErreur("B2")).toMatch(/Écart de 0,05.*Saisissez 5/);
});

test("un type mal écrit : le texte de l'erreur nomme ceux qui sont acceptés", async () => {
  banc.saisir("B3", '=CMS.OBJECTIF(500;5;"abaisant")');
  expect(await banc.lireTexte("B3")).toBe("#VALEUR!");
  expect(await banc.texteErreur("B3")).toMatch(/abaisant.*sans aménagement.*mutualisant/);
});

test("une plage s'étale ; chaque refus reste sur sa ligne, avec son texte", async () => {
  const deficits = ["500", "env. 120", "-3", "=NA()", "", "300"];
  deficits.forEach((texte, i) => banc.saisir(`D${i + 1}`, texte));
  banc.saisir("E1", "=CMS.OBJECTIF(D1:D6;5)");
  const affiches = [];
  for (let i = 1; i <= 6; i++) affiches.push(await banc.lireTexte(`E${i}`));
  expect(affiches).toEqual(["165", "#VALEUR!", "#VALEUR!", "#N/A", "#VALEUR!", "99"]);
});

test("une somme à la française sur une colonne étalée", async () => {
  banc.saisir("G1", "500");
  banc.saisir("G2", "300");
  banc.saisir("H1", "=CMS.OBJECTIF(G1:G2;5)");
  banc.saisir("H3", "=SOMME(H1:H2)");
  expect(await banc.lire("H3")).toBe(264);
  banc.saisir("G2", "400");
  expect(await banc.lire("H3")).toBe(297);
});

test("plages de tailles différentes : l'erreur dit lesquelles", async () => {
  banc.saisir("I1", "=CMS.OBJECTIF(G1:G2;D1:D3)");
  expect(await banc.texteErreur("I1")).toMatch(/deficit.*2 × 1.*ecart.*3 × 1/);
});
