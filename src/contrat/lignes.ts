import {
  TABLEAU,
  hauteurDuTexte,
  type Forme,
  type PlageNommee,
  type Style,
  type Validation,
} from "../feuilles";
import { nommerRubrique, typographier } from "../redaction";
import { plageDe, type Rubrique } from "../tableau";
import { ADMIS, MAXIMUMS, type Question } from "./questions";
import { REPERE_DES_COLONNES, TITRES, type LigneDeQuestion } from "./structure";

/** Les quatre premières colonnes disent la question ; les réponses suivent. */
export const PREMIERE_REPONSE = 4;

/** Repère, question, aide, article, puis chaque colonne de réponses, en points. */
export const LARGEURS = [84, 165, 290, 84];
export const LARGEUR_D_UNE_REPONSE = 150;

/** Peu nombreuses, elles sont plus larges : la feuille garde la largeur où elle tient en une page. */
export function largeurDesReponses(nombre: number): number {
  return Math.max(LARGEUR_D_UNE_REPONSE, Math.floor(357 / nombre));
}

/** Sans trait vertical : un texte de plusieurs lignes n'a pas de retrait, et toucherait le trait. */
export const FILETS: Style = { bordures: { haut: "fin", bas: "fin", horizontales: "fin" } };
const COMMUN: Style = { renvoiALaLigne: true, vertical: "milieu" };
export const REPERE: Style = { ...COMMUN, taille: 8, couleur: "#767676" };
export const SECONDAIRE: Style = { ...COMMUN, taille: 9 };
const PRINCIPAL: Style = { ...COMMUN, taille: 10, gras: true };
/** En texte : Excel n'y prend ni une période pour une date, ni un code INSEE pour un nombre. */
const REPONSE: Style = {
  ...COMMUN,
  taille: 10,
  horizontal: "centre",
  format: "@",
  bordures: { ...TABLEAU.bordures, haut: "fin", bas: "fin" },
};
const DESIGNATION: Style = { ...COMMUN, ...FILETS, taille: 10, format: "@" };
const AUCUNE = "aucune";

/** Repère, libellé, aide et article d'une question : ses quatre premières cellules. */
export function entete({ repere, libelle, aide, article }: Question): string[] {
  return [repere, libelle, aide, article];
}

/** Hauteur de la ligne d'une question, en points, avec ses réponses : rien n'y est coupé. */
export function hauteurDeQuestion(question: Question, reponses: readonly string[]): number {
  const { repere, libelle, aide, article } = question;
  const [premiere = 0, deuxieme = 0, troisieme = 0, quatrieme = 0] = LARGEURS;
  return Math.max(
    hauteurDuTexte(repere, premiere, 8),
    // Le gras est plus large.
    hauteurDuTexte(libelle, deuxieme * 0.92, 10),
    hauteurDuTexte(aide, troisieme, 9),
    hauteurDuTexte(article, quatrieme, 9),
    ...reponses.map((reponse) => hauteurDuTexte(reponse, LARGEUR_D_UNE_REPONSE, 10))
  );
}

/** Les quatre cellules d'une ligne qui désigne une colonne. */
export function designation(feuille: string, rubrique: Rubrique, lettres: string | null): string[] {
  return [REPERE_DES_COLONNES, feuille, nommerRubrique(rubrique), lettres ?? AUCUNE];
}

export function formesDeQuestion(ligne: number, hauteur: number, gauche = 0): Forme[] {
  return [
    { plage: plageDe(ligne, gauche, 1, PREMIERE_REPONSE), style: FILETS, hauteur },
    { plage: plageDe(ligne, gauche, 1, 1), style: REPERE },
    { plage: plageDe(ligne, gauche + 1, 1, 1), style: PRINCIPAL },
    { plage: plageDe(ligne, gauche + 2, 1, 2), style: SECONDAIRE },
  ];
}

/** Les cases de réponses, des colonnes `gauche` à `droite`. */
export function formesDesReponses(
  lignes: readonly LigneDeQuestion[],
  gauche: number,
  droite: number
): Forme[] {
  return lignes.map(({ question: { nature }, ligne }) => ({
    plage: plageDe(ligne, gauche, 1, droite - gauche + 1),
    style: {
      ...REPONSE,
      ...(nature === "effectif" || nature === "rang" ? { format: "#,##0" } : {}),
    },
  }));
}

/** Les lignes qui désignent une colonne, à partir de celle du repère. */
export function formesDeDesignation(debut: number, nombre: number, gauche = 0): Forme[] {
  return [
    { plage: plageDe(debut, gauche, nombre, PREMIERE_REPONSE), style: DESIGNATION },
    { plage: plageDe(debut, gauche, nombre, 1), style: REPERE },
  ];
}

/** Ce que chaque case attend : l'agent choisit dans une liste, ou écrit autrement s'il y tient. */
export function validationsDe(
  lignes: readonly LigneDeQuestion[],
  gauche: number,
  droite: number
): Validation[] {
  return lignes.map(({ question, ligne }) => {
    const { nature, choix, aide } = question;
    const admis = `${ADMIS[nature].charAt(0).toUpperCase()}${ADMIS[nature].slice(1)}.`;
    const bornee = nature === "rang" || nature === "effectif";
    // Une liste de communes s'écrit librement : les choix ne font qu'aider.
    const libre = nature === "noms" || nature === "accords";
    return {
      plage: plageDe(ligne, gauche, 1, droite - gauche + 1),
      regle: bornee ? { entier: { min: 1, max: MAXIMUMS[nature] } } : { liste: choix },
      invite: { titre: titreDe(question), texte: libre ? aide : typographier(admis) },
      ...(libre
        ? {}
        : {
            alerte: {
              titre: "Réponse inattendue",
              texte: typographier(
                `Cette case attend : ${ADMIS[nature]}. Une autre réponse ne sera pas lue, et le contrôle le dira.`
              ),
            },
          }),
    };
  });
}

/** Excel s'arrête à 32 signes. */
function titreDe({ libelle }: Question): string {
  return libelle.length <= 32 ? libelle : `${libelle.slice(0, 31)}…`;
}

export function validationDesLettres(plage: string): Validation {
  return {
    plage,
    regle: { liste: [AUCUNE] },
    invite: {
      titre: TITRES.colonne,
      texte: typographier(
        "Les lettres de la colonne, comme C ou AB ; « aucune » si la feuille ne l'a pas."
      ),
    },
  };
}

/** Les noms que prennent les réponses dans les formules : « CMS_PLH », « CMS_AVIS_CNSRU », et « CMS_EPCI » pour leurs titres. */
export function nomsDesReponses(
  titres: number,
  lignes: readonly LigneDeQuestion[],
  gauche: number,
  droite: number
): PlageNommee[] {
  const largeur = droite - gauche + 1;
  return [
    { nom: "CMS_EPCI", plage: plageDe(titres, gauche, 1, largeur) },
    ...lignes.map(({ question: { repere }, ligne }) => ({
      nom: `CMS_${repere.toUpperCase().replaceAll("-", "_")}`,
      plage: plageDe(ligne, gauche, 1, largeur),
    })),
  ];
}

/** Feuille, donnée et lettres des colonnes désignées. */
export function nomDesColonnes(plage: string): PlageNommee {
  return { nom: "CMS_COLONNES", plage };
}
