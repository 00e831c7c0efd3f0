import { typographier } from "../../redaction";
import { sommer } from "../../regles";
import { TITRE_DE_LA_SYNTHESE, anneesDe } from "../../suivi";
import { absolue } from "../../tableau";
import type { Composition } from "../composer";
import { hauteurDuTexte } from "../lignes-de-texte";
import type { Matiere } from "../matiere";
import { FORMAT_ENTIER, FORMAT_TEXTE, LIGNE_DE_TOTAL, TABLEAU } from "../page";
import type { Contenu, Formule, Scalaire, Style } from "../plan";
import { LARGEURS, NOMBRES, celluleDe, rangDe, type Nombre } from "./colonnes";
import { PETIT, type Liste } from "./listes";
import {
  ecrireObjectifs,
  estUneVille,
  objectifsDe,
  totaliserObjectifs,
  type Objectifs,
} from "./objectifs";

const HAUTEUR = 15;
/** Ce que l'objectif et la ligne « à trouver » disent d'un maximum et d'un minimum. */
const AU_MOINS = `"≥ "${FORMAT_ENTIER}`;
const AU_PLUS = `"≤ "${FORMAT_ENTIER}`;
const BLOC: Style = { bordures: { ...TABLEAU.bordures, haut: "moyen", bas: "moyen" } };
const SANS_VERTICALES: Style = {
  bordures: { gauche: "fin", horizontales: "fin", haut: "moyen", bas: "moyen" },
};
/** Celle des deux premières colonnes ; le nom le plus long de France y tient en très petit. */
const LARGEUR_D_UN_NOM = sommer(LARGEURS.slice(0, 2));
const TRES_PETIT = 6;
/** De la commune au dernier produit. */
const LARGEUR_DES_BLOCS = rangDe("accession") + 1;

/** Une mesure : une ligne par commune, sous les titres de la grille, puis leur total s'il y en a plusieurs. */
interface Bloc {
  /** Lignes des communes, comptées à partir de 1. */
  communes: Liste;
  /** Ligne du total ; celle de la commune si elle est seule. */
  total: number;
}

/**
 * Les listes face aux objectifs, sous les mêmes titres que la grille : chaque mesure a une ligne par commune. Les sommes sont des formules
 * ordinaires, quelle que soit la forme choisie : la grille se remplit après.
 * @returns La plage des noms des communes, que la grille propose en liste.
 */
export function poserSynthese(page: Composition, matiere: Matiere, liste: Liste): string {
  const { bareme } = matiere.controle;
  const { noms } = objectifsDe(matiere).objectifs;
  page.paragraphe(TITRE_DE_LA_SYNTHESE, { gras: true, taille: 11, vertical: "bas" }, 22);
  const objectif = poserBloc(page, noms, "Objectif (PLAI au moins, PLS au plus)");
  const totaux = poserObjectifs(page, matiere, objectif);
  const annees = anneesDe(bareme).map((annee) => {
    const bloc = poserBloc(page, noms, `Financés ou prévus en ${annee}`);
    compter(page, matiere, { bloc, objectif, liste }, (somme) =>
      [
        somme(["anneeFinancement", String(annee)]),
        somme(["anneeFinancement", '"="'], ["anneePrevue", String(annee)]),
      ].join("+")
    );
    return bloc;
  });
  const finances = poserBloc(page, noms, "dont déjà financés");
  compter(page, matiere, { bloc: finances, objectif, liste }, (somme) =>
    somme(["anneeFinancement", `">=${bareme.debut}"`], ["anneeFinancement", `"<=${bareme.fin}"`])
  );
  const reste = poserBloc(page, noms, "À trouver (PLS encore possibles)");
  poserReste(page, matiere, { objectif, annees, reste }, totaux);
  return celluleDe("commune", objectif.communes.debut, objectif.communes.fin);
}

/** Les cases d'une mesure et son nom, sans ses nombres. */
function poserBloc(page: Composition, noms: readonly string[], mesure: string): Bloc {
  const debut = page.ligne;
  const nombre = noms.length;
  const lignes = nombre > 1 ? nombre + 1 : nombre;
  const etendue = rangDe("logements") - rangDe("adresse");
  // Sans filet entre les deux premières colonnes : un nom long s'écrit sur la seconde.
  const longs = noms.some((nom) => hauteurDuTexte(nom, LARGEUR_D_UN_NOM, PETIT) > HAUTEUR);
  const taille = longs ? TRES_PETIT : PETIT;
  page.styler(0, 2, lignes, { ...SANS_VERTICALES, taille, vertical: "milieu" });
  page.styler(2, LARGEUR_DES_BLOCS - 2, lignes, { ...BLOC, taille: PETIT, vertical: "milieu" });
  page.styler(0, rangDe("logements"), lignes, { format: FORMAT_TEXTE });
  page.styler(rangDe("logements"), NOMBRES.length, lignes, {
    format: FORMAT_ENTIER,
    horizontal: "droite",
  });
  page.fusionnerColonnes(rangDe("adresse"), etendue, lignes);
  page.dimensionner(lignes, HAUTEUR);
  page.ranger(
    rangDe("adresse"),
    Array.from({ length: lignes }, () => typographier(mesure))
  );
  page.sauter(lignes);
  const total = debut + lignes - 1;
  if (nombre > 1) {
    page.blocs.push({ ancre: celluleDe("commune", total), contenus: [["Total"]] });
    page.styles.push({
      plage: `${celluleDe("commune", total)}:${celluleDe("accession", total)}`,
      style: { ...LIGNE_DE_TOTAL, bordures: { haut: "double", bas: "moyen" } },
    });
  }
  return { communes: { debut, fin: debut + nombre - 1 }, total };
}

function poserObjectifs(page: Composition, matiere: Matiere, bloc: Bloc): Objectifs {
  const { communes, total } = bloc;
  const { objectifs } = objectifsDe(matiere);
  page.styles.push(
    { plage: celluleDe("plai", communes.debut, total), style: { format: AU_MOINS } },
    { plage: celluleDe("pls", communes.debut, total), style: { format: AU_PLUS } }
  );
  ecrireObjectifs(page, matiere, communes.debut);
  return total > communes.fin ? totaliserObjectifs(page, matiere, communes) : objectifs;
}

/** Les logements d'une colonne de la liste qui remplissent des conditions, pour la commune de chaque ligne. */
type Somme = (...conditions: (readonly [Annee, critere: string])[]) => string;
type Annee = "anneePrevue" | "anneeFinancement";

interface Place {
  bloc: Bloc;
  objectif: Bloc;
  liste: Liste;
}

function compter(
  page: Composition,
  matiere: Matiere,
  { bloc, objectif, liste }: Place,
  formule: (somme: Somme) => string
): void {
  const entiere = (rubrique: Nombre | Annee | "commune"): string =>
    absolue(celluleDe(rubrique, liste.debut, liste.fin));
  nommer(page, matiere, bloc, objectif);
  for (const nombre of NOMBRES) {
    const somme =
      (commune: string): Somme =>
      (...conditions) => {
        const criteres = conditions.map(([annee, critere]) => `${entiere(annee)},${critere}`);
        return `SUMIFS(${entiere(nombre)},${entiere("commune")},${commune},${criteres.join()})`;
      };
    etaler(page, matiere, nombre, bloc.communes, (rang, lignes) => {
      const noms = celluleDe(
        "commune",
        objectif.communes.debut + rang,
        objectif.communes.debut + rang + lignes - 1
      );
      // « = » devant : un nom qui commence par un signe de comparaison reste un nom.
      const sienne = formule(somme(`"="&${noms}`));
      // Seule au contrat, la commune a aussi les lignes qui n'en nomment pas.
      const texte = estSeule(bloc) ? `${sienne}+${formule(somme('"="'))}` : sienne;
      return { formule: `=${texte}`, valeurs: zeros(lignes) };
    });
    if (!estSeule(bloc)) totaliser(page, bloc, nombre, sommeDe(bloc, nombre), 0);
  }
}

interface Mesures {
  objectif: Bloc;
  annees: readonly Bloc[];
  reste: Bloc;
}

/** Ce qui manque à chaque objectif ; le total additionne les communes, car aucune ne compense pour une autre. */
function poserReste(
  page: Composition,
  matiere: Matiere,
  { objectif, annees, reste }: Mesures,
  totaux: Objectifs
): void {
  const { objectifs } = objectifsDe(matiere);
  const ville = estUneVille(matiere);
  nommer(page, matiere, reste, objectif);
  page.styles.push({
    plage: celluleDe("pls", reste.communes.debut, reste.total),
    style: { format: `${AU_PLUS};-${FORMAT_ENTIER}` },
  });
  const parts = [
    { nombre: "sociaux", valeurs: objectifs.objectif, total: totaux.objectif },
    { nombre: "plai", valeurs: objectifs.plai, total: totaux.plai },
    { nombre: "pls", valeurs: objectifs.pls, total: totaux.pls },
  ] as const;
  for (const { nombre, valeurs, total } of parts) {
    const faire = (ligne: (bloc: Bloc) => string): string => {
      const faits = annees.map(ligne).join("-");
      const difference = `${ligne(objectif)}-${faits}`;
      const connu = nombre === "pls" ? difference : `IF(${difference}>0,${difference},0)`;
      return `=IF(ISNUMBER(${ligne(objectif)}),${connu},"")`;
    };
    if (!ville || nombre === "sociaux")
      etaler(page, matiere, nombre, reste.communes, (rang, lignes) => ({
        formule: faire(({ communes: { debut } }) =>
          celluleDe(nombre, debut + rang, debut + rang + lignes - 1)
        ),
        valeurs: valeurs.slice(rang, rang + lignes).map((valeur) => [resteDe(valeur)]),
      }));
    if (estSeule(reste)) continue;
    if (ville) {
      const formule = faire((bloc) => celluleDe(nombre, bloc.total));
      poser(page, celluleDe(nombre, reste.total), {
        formule,
        valeurs: [[resteDe(total[0] ?? null)]],
      });
      continue;
    }
    const plage = celluleDe(nombre, reste.communes.debut, reste.communes.fin);
    const somme = additionner(valeurs);
    if (nombre !== "pls") totaliser(page, reste, nombre, `=SUM(${plage})`, somme.connue);
    else
      totaliser(
        page,
        reste,
        nombre,
        `=IF(COUNT(${plage})=ROWS(${plage}),SUMIF(${plage},">0"),"")`,
        somme.complete ? somme.connue : ""
      );
  }
}

function resteDe(objectif: Scalaire): Scalaire {
  return typeof objectif === "number" ? objectif : "";
}

function additionner(valeurs: readonly Scalaire[]): { connue: number; complete: boolean } {
  const nombres = valeurs.filter((valeur) => typeof valeur === "number");
  return { connue: sommer(nombres), complete: nombres.length === valeurs.length };
}

/** Les noms des communes, repris du bloc des objectifs. */
function nommer(page: Composition, matiere: Matiere, bloc: Bloc, objectif: Bloc): void {
  const { noms } = objectifsDe(matiere).objectifs;
  etaler(page, matiere, "commune", bloc.communes, (rang, lignes) => ({
    formule: `=${celluleDe("commune", objectif.communes.debut + rang, objectif.communes.debut + rang + lignes - 1)}`,
    valeurs: noms.slice(rang, rang + lignes).map((nom) => [nom]),
  }));
}

/** Une colonne du bloc : une formule qui s'étale avec le complément, sinon une par ligne. */
function etaler(
  page: Composition,
  { forme }: Matiere,
  rubrique: Nombre | "commune",
  { debut, fin }: Liste,
  formule: (rang: number, lignes: number) => Formule
): void {
  const lignes = fin - debut + 1;
  const contenus =
    forme === "complement"
      ? [[formule(0, lignes)]]
      : Array.from({ length: lignes }, (_, rang) => [formule(rang, 1)]);
  page.blocs.push({ ancre: celluleDe(rubrique, debut), contenus });
}

function totaliser(
  page: Composition,
  { total }: Bloc,
  nombre: Nombre,
  formule: string,
  valeur: Scalaire
): void {
  poser(page, celluleDe(nombre, total), { formule, valeurs: [[valeur]] });
}

function sommeDe({ communes: { debut, fin } }: Bloc, nombre: Nombre): string {
  return `=SUM(${celluleDe(nombre, debut, fin)})`;
}

function poser(page: Composition, ancre: string, contenu: Contenu): void {
  page.blocs.push({ ancre, contenus: [[contenu]] });
}

function estSeule({ communes, total }: Bloc): boolean {
  return total === communes.fin;
}

function zeros(lignes: number): number[][] {
  return Array.from({ length: lignes }, () => [0]);
}
