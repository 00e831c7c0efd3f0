import { lireEntete, type Entete, type Reconnaitre, type Zone } from "./entetes";
import type { Grille } from "./grille";
import { nomDe } from "./observer-ligne";
import type { Rubrique } from "./rubriques";
import { cleDuNom } from "./textes";
import { lireNombreDe } from "./valeurs";

const OBJECTIFS = new Set<Rubrique>(["objectifAvant", "objectifApres"]);
const IDENTITE = new Set<Rubrique>(["commune", "insee", "epci", "arrondissement"]);
const ECHANTILLON = 40;

/** Coupe un en-tête là où un second tableau commence à côté du premier : une nouvelle colonne de communes, et de part et d'autre des objectifs. */
export function couperEnTableaux(
  grille: Grille,
  entete: Entete,
  fin: number,
  reconnaitre: Reconnaitre
): Entete[] {
  const zones: Zone[] = [];
  let debut = entete.gauche;
  let commune: number | null = null;
  for (let j = entete.gauche; j <= entete.droite; j++) {
    if (premiereRubrique(entete, j) !== "commune") continue;
    const coupe = commune === null ? null : debutDuTableau(entete, j, commune);
    const repetee = commune !== null && memesNoms(grille, entete.bas + 1, fin, commune, j);
    const suite = { gauche: j, droite: prochaineCommune(entete, j) - 1 };
    if (
      coupe !== null &&
      porteUnObjectif(entete, { gauche: debut, droite: coupe - 1 }) &&
      porteUnObjectif(entete, suite) &&
      !(repetee && completent(entete, debut, suite))
    ) {
      zones.push({ gauche: debut, droite: coupe - 1 });
      debut = coupe;
    }
    commune ??= j;
    if (debut > commune) commune = j;
  }
  zones.push({ gauche: debut, droite: entete.droite });
  return zones.map((zone) => lireEntete(grille, entete.haut, entete.bas, zone, reconnaitre));
}

function premiereRubrique({ candidats }: Entete, j: number): Rubrique | undefined {
  return candidats[j]?.[0]?.rubrique;
}

function prochaineCommune(entete: Entete, j: number): number {
  for (let k = j + 1; k <= entete.droite; k++)
    if (premiereRubrique(entete, k) === "commune") return k;
  return entete.droite + 1;
}

/** Après la dernière colonne vide ; à défaut, avec les colonnes d'identité (code INSEE, EPCI) qui précèdent la commune. */
function debutDuTableau(entete: Entete, j: number, commune: number): number {
  for (let k = j - 1; k > commune; k--) if ((entete.titres[k] ?? "") === "") return k + 1;
  let debut = j;
  while (debut - 1 > commune && IDENTITE.has(premiereRubrique(entete, debut - 1) ?? "deficit"))
    debut -= 1;
  return debut;
}

function porteUnObjectif({ candidats }: Entete, { gauche, droite }: Zone): boolean {
  return candidats
    .slice(gauche, droite + 1)
    .some((possibles) => possibles.some(({ rubrique }) => OBJECTIFS.has(rubrique)));
}

/** Vrai si la suite ne répète aucune rubrique du début : c'est le même tableau, dont les noms sont rappelés. */
function completent(entete: Entete, debut: number, suite: Zone): boolean {
  const deja = new Set<Rubrique>();
  for (let j = debut; j < suite.gauche; j++) {
    const rubrique = premiereRubrique(entete, j);
    if (rubrique && !IDENTITE.has(rubrique)) deja.add(rubrique);
  }
  for (let j = suite.gauche; j <= suite.droite; j++) {
    const rubrique = premiereRubrique(entete, j);
    if (rubrique && deja.has(rubrique)) return false;
  }
  return true;
}

function memesNoms(grille: Grille, debut: number, fin: number, a: number, b: number): boolean {
  let compares = 0;
  for (let i = debut; i <= fin && compares < ECHANTILLON; i++) {
    const nom = cleDuNom(nomDe(grille.cellule(i, a)));
    if (nom !== cleDuNom(nomDe(grille.cellule(i, b)))) return false;
    if (nom !== "") compares += 1;
  }
  return compares > 0;
}

/** La colonne qui porte des noms sans le dire : la première de textes, à gauche des nombres. `null` s'il n'y en a pas. */
export function colonneDeNoms(grille: Grille, entete: Entete, fin: number): number | null {
  for (let j = entete.gauche; j <= entete.droite; j++) {
    if ((entete.candidats[j] ?? []).length > 0) continue;
    let textes = 0;
    let autres = 0;
    for (let i = entete.bas + 1; i <= fin && textes + autres < ECHANTILLON; i++) {
      const cellule = grille.cellule(i, j);
      const nom = nomDe(cellule);
      if (nom === "") continue;
      if (/\p{L}{2}/u.test(nom) && lireNombreDe(cellule, "taux").etat === "illisible") textes += 1;
      else autres += 1;
    }
    if (textes > autres && textes >= 2) return j;
  }
  return null;
}

/** Les zones que séparent des colonnes entièrement vides. */
export function zonesSeparees(grille: Grille): Zone[] {
  const remplies = Array.from({ length: grille.largeur }, () => false);
  for (let i = 0; i < grille.hauteur; i++) {
    for (let j = 0; j < grille.largeur; j++) {
      const valeur = grille.cellule(i, j)?.valeur ?? null;
      if (valeur !== null && valeur !== "") remplies[j] = true;
    }
  }
  const zones: Zone[] = [];
  remplies.forEach((remplie, j) => {
    if (!remplie) return;
    const derniere = zones.at(-1);
    if (derniere?.droite === j - 1) derniere.droite = j;
    else zones.push({ gauche: j, droite: j });
  });
  return zones;
}
