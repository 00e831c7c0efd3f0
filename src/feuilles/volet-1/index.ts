import { typographier } from "../../redaction";
import { sommer } from "../../regles";
import { absolue, lettresDeColonne } from "../../tableau";
import { Composition } from "../composer";
import { hauteurDuTexte } from "../lignes-de-texte";
import type { Matiere } from "../matiere";
import { paysage } from "../page";
import { epciEtEtat } from "../pied";
import type { PlanDeFeuille, Validation } from "../plan";
import { ecrireCase } from "./calculs";
import { Courbes } from "./courbes";
import { departDe, dernierInventaire, nomsDistincts } from "./depart";
import { bilansTriennaux, offreNouvelle, tendances } from "./dynamique";
import { Grille } from "./grille";
import { parcEtDemande } from "./parc";
import { projectionEtModes } from "./production";
import { Rangees } from "./rangees";
import { evolutionDuTaux, type Reperes } from "./reperes";
import { colonneDe, trameDe, type Trame } from "./trame";

/** Lignes figées : le titre et la commune, répétés à l'impression, puis les années. */
const HAUT = 3;
/** La cellule de la commune affichée. */
const CHOIX = "$B$2";

/** « 1er volet – 2026-2028 ». */
export function nomVolet1(periode: string): string {
  return `1er volet – ${periode}`;
}

/**
 * Le 1er volet du contrat (guide DHUP, annexe 3) sur une seule feuille : les repères d'une commune, choisie dans une liste, puis les données de toutes, à
 * remplir. Une seule feuille, pour que les formules n'aient pas à nommer une autre feuille, que l'agent peut renommer ou ne pas créer.
 */
export function planVolet1(matiere: Matiere, nom: string): PlanDeFeuille {
  const { controle } = matiere;
  const { periode } = controle.bareme;
  const trame = trameDe(controle.bareme);
  const noms = nomsDistincts(matiere.communes);
  // La grille vient sous les repères, qui la lisent : leur hauteur, la même partout, se mesure d'abord.
  const brouillon = composer(
    { ...matiere, forme: "complement" },
    trame,
    new Grille(trame, noms, 1)
  );
  const grille = new Grille(trame, noms, brouillon.fin);
  const { reperes, sauts, fin } = composer(matiere, trame, grille);
  const { page } = reperes.rangees;
  page.sauter(fin - page.ligne);
  grille.ecrire(page, (cle, ligne) => dernierInventaire(matiere, noms, cle, ligne));
  calculs(reperes, matiere);
  const derniere = lettresDeColonne(trame.annees.length);
  const validations = [...choisir(grille), ...grille.validations()];
  return {
    nom,
    blocs: page.blocs,
    styles: page.styles,
    fusions: page.fusions,
    largeurs: [...trame.largeurs],
    lignesFigees: HAUT,
    quadrillage: false,
    validations,
    graphiques: reperes.graphiques,
    impression: {
      ...paysage(epciEtEtat(matiere), `Contrat de mixité sociale ${periode}, 1er volet`),
      pagesEnLargeur: 0,
      zone: `A1:${derniere}${fin - 1}`,
      lignesRepetees: `1:${HAUT - 1}`,
      sauts,
    },
  };
}

/** Les repères ; `fin` : la première ligne de la grille. */
function composer(
  matiere: Matiere,
  trame: Trame,
  grille: Grille
): { reperes: Reperes; sauts: number[]; fin: number } {
  const page = new Composition(trame.largeurs.length);
  const reperes: Reperes = {
    rangees: new Rangees(page, trame, matiere.forme),
    grille,
    courbes: new Courbes(grille.fin + 2),
    depart: departDe(matiere),
    choisie: `$B$${grille.fin + 1}`,
    annees: absolue(`B${HAUT}:${colonneDe(trame.annees.length - 1)}${HAUT}`),
    graphiques: [],
  };
  enTete(reperes, matiere, grille);
  const evolution = evolutionDuTaux(reperes);
  parcEtDemande(reperes);
  const sauts = [page.ligne];
  bilansTriennaux(reperes, evolution);
  const offre = offreNouvelle(reperes, evolution);
  sauts.push(page.ligne);
  tendances(reperes, evolution, offre);
  projectionEtModes(reperes, evolution);
  return { reperes, sauts, fin: page.ligne + 1 };
}

/** Sous la grille, ce que lisent les repères et les graphiques, et que l'agent n'a pas à voir. */
function calculs({ rangees: { page, trame }, courbes, grille }: Reperes, matiere: Matiere): void {
  const titre = typographier("Calculs des graphiques : rien à saisir");
  page.paragraphe(titre, { gras: true, taille: 9, couleur: GRIS }, 18);
  page.styler(0, trame.largeurs.length, courbes.nombre + 1, { taille: 8, couleur: GRIS });
  const rang = rangDeLaCommune(grille, matiere);
  page.blocs.push({ ancre: page.cellule(0), contenus: [["Rang de la commune", rang]] });
  page.sauter();
  courbes.ecrire(page, matiere.forme);
}

const GRIS = "#7F7F7F";

function rangDeLaCommune(grille: Grille, { forme }: Matiere) {
  if (grille.seule) return 1;
  return ecrireCase(forme, { formule: grille.formuleDuRang(CHOIX), valeur: 1 });
}

/** Le titre, la commune affichée, les années. */
function enTete({ rangees }: Reperes, { controle, forme }: Matiere, grille: Grille): void {
  const { page, trame, colonnes } = rangees;
  const { periode } = controle.bareme;
  page.paragraphe(
    `1er volet / Points de repères sur le logement social (contrat de mixité sociale ${periode})`,
    { gras: true, taille: 13 },
    22
  );
  const [premiere = ""] = grille.noms;
  const milieu = trame.gauche;
  const largeur = sommer(trame.largeurs.slice(1, milieu));
  const surDeuxLignes = grille.noms.some((nom) => hauteurDuTexte(nom, largeur, 11) > 20);
  page.fusionnerColonnes(1, milieu - 1, 1);
  page.fusionnerColonnes(milieu, colonnes - milieu, 1);
  page.styler(1, milieu - 1, 1, {
    format: "@",
    horizontal: "centre",
    ...(surDeuxLignes ? { renvoiALaLigne: true } : {}),
    bordures: { haut: "moyen", bas: "moyen", gauche: "moyen", droite: "moyen" },
  });
  const inconnue = grille.seule
    ? null
    : ecrireCase(forme, {
        formule: `IF(SUMPRODUCT(--EXACT(${absolue(grille.plageDesNoms)},${CHOIX}))=0,"${INCONNUE}","")`,
        valeur: "",
      });
  const creux = Array.from({ length: milieu - 2 }, () => null);
  const libelle = controle.type === "arrondissements" ? "Arrondissement" : "Commune";
  page.rangee(
    [libelle, premiere, ...creux, inconnue],
    { gras: true, taille: surDeuxLignes ? 8 : 11, vertical: "milieu" },
    surDeuxLignes ? 26 : 20
  );
  rangees.entete("Inventaire au 1er janvier", [...trame.annees]);
}

const INCONNUE = typographier("Commune inconnue : choisissez-la dans la liste de la case voisine.");

function choisir(grille: Grille): Validation[] {
  if (grille.seule) return [];
  return [
    {
      plage: CHOIX.replaceAll("$", ""),
      regle: { textesDe: grille.plageDesNoms },
      invite: {
        titre: "Commune",
        texte: "Choisissez la commune : les tableaux et les graphiques de la feuille la suivent.",
      },
      alerte: { titre: "Commune inconnue", texte: "Choisissez une commune de la liste." },
    },
  ];
}
