import { typographier } from "../../redaction";
import { plageDe } from "../../tableau";
import { Feuillets } from "../feuillets";
import {
  BANDE,
  CASE,
  FIXE,
  HAUTEUR_UTILE,
  TITRES_DE_GRILLE,
  assembler,
  calculer,
  nomDeLEpci,
} from "../grille";
import { hauteurDuTexte } from "../lignes-de-texte";
import type { Matiere } from "../matiere";
import type { PlanDeFeuille, Style, Validation } from "../plan";
import { THEMES, type Theme } from "./questions";

/** Question, réponse, mobilisé, impact, point de vigilance ; en points. */
const LARGEURS = [228, 216, 66, 105, 105];
const TITRES = ["Question", "Réponse, constat", "Mobilisé ?", "Impact", "Point de vigilance"];
const COLONNES = LARGEURS.length;
const QUESTIONS = 0;
const REPONSES = 1;
const MOBILISES = 2;
/** Les décomptes prennent les deux dernières colonnes. */
const DECOMPTE = 3;

const CHOIX = ["Oui", "Non", "À étudier", "Sans objet"];

/** De quoi écrire deux lignes, en points ; l'agent agrandit. */
const HAUTEUR_D_UNE_REPONSE = 30;
const HAUTEUR_D_UN_BLANC = 96;
const HAUTEUR_D_UN_TITRE = 18;
const SYNTHESE = 2 * (HAUTEUR_D_UN_TITRE + HAUTEUR_D_UN_BLANC);

const PARTIE: Style = {
  gras: true,
  taille: 9,
  fond: FIXE.fond,
  vertical: "milieu",
  horizontal: "gauche",
};
const BLANC: Style = { ...CASE, taille: 10, italique: true };
const OUTILS =
  "[Réponses déjà apportées, avec leur effet ; pistes à explorer et leviers à ajouter ; points d'attention, dont ceux de l'État]";

/** « 2e volet – 2026-2028 ». */
export function nomVolet2(periode: string): string {
  return `2e volet – ${periode}`;
}

/** Les grilles de questions du 2e volet, un thème après l'autre, et la place de leur synthèse. */
export function planVolet2(matiere: Matiere, nom: string): PlanDeFeuille {
  const feuillets = new Feuillets(LARGEURS, HAUTEUR_UTILE);
  const { page } = feuillets;
  const ecrireLeTotal = enTete(feuillets, matiere);
  const titres = page.ligne;
  feuillets.prendre(24);
  page.rangee(TITRES, TITRES_DE_GRILLE, 24);
  const ecrits = THEMES.map((theme, rang) => {
    if (rang > 0) feuillets.couper();
    return ecrireTheme(feuillets, theme, rang + 1);
  });
  const lignes = page.ligne - 1 - titres;
  conclure(feuillets, matiere);
  ecrireLeTotal(ecrits);
  return assembler(matiere, feuillets, {
    nom,
    partie: "2e volet",
    largeurs: LARGEURS,
    lignesFigees: titres,
    titres,
    validations: [validationDesChoix(plageDe(titres, MOBILISES, lignes, 1))],
  });
}

interface ThemeEcrit {
  /** La cellule qui compte ses réponses. */
  decompte: string;
  questions: number;
}

/** Rend ce qui écrit le total, une fois les thèmes en place. */
function enTete(feuillets: Feuillets, matiere: Matiere): (ecrits: readonly ThemeEcrit[]) => void {
  const { page } = feuillets;
  const { periode } = matiere.controle.bareme;
  feuillets.texte(`Contrat de mixité sociale (${periode}), ${nomDeLEpci(matiere)}`, {
    gras: true,
    taille: 14,
  });
  feuillets.prendre(22);
  page.fusionnerColonnes(0, DECOMPTE, 1);
  page.fusionnerColonnes(DECOMPTE, COLONNES - DECOMPTE, 1);
  const ligne = page.ligne;
  page.rangee(
    [
      "2e volet / Outils et leviers d’action pour le développement du logement social",
      ...TITRES.slice(1).map(() => null),
    ],
    { gras: true, taille: 12, vertical: "milieu" },
    22
  );
  feuillets.texte(
    typographier(
      "Ce que les signataires et leurs partenaires analysent ensemble : les outils déjà mobilisés, leur effet, ceux qui restent à mobiliser. Les quatre champs où le contrat prend des engagements y sont. Une réponse écrite, ou un choix sous « Mobilisé ? », compte pour une question répondue."
    )
  );
  return (ecrits) => {
    const questions = ecrits.reduce((somme, ecrit) => somme + ecrit.questions, 0);
    const somme = ecrits.map(({ decompte }) => decompte).join("+");
    const ancre = plageDe(ligne - 1, DECOMPTE, 1, 1);
    page.blocs.push({ ancre, contenus: [[calculer(somme, 0)]] });
    page.styles.push({
      plage: plageDe(ligne - 1, DECOMPTE, 1, COLONNES - DECOMPTE),
      style: { taille: 10, horizontal: "droite", format: formatDuDecompte(questions) },
    });
  };
}

/** La grille d'un thème, puis ses deux blancs. */
function ecrireTheme(feuillets: Feuillets, theme: Theme, numero: number): ThemeEcrit {
  const { page } = feuillets;
  const decompte = page.cellule(DECOMPTE);
  const questions = theme.parties.reduce((somme, partie) => somme + partie.questions.length, 0);
  feuillets.prendre(24);
  page.fusionnerColonnes(0, DECOMPTE, 1);
  page.fusionnerColonnes(DECOMPTE, COLONNES - DECOMPTE, 1);
  const bande = page.ligne - 1;
  const source = typographier(`(guide DHUP, annexe ${theme.annexe})`);
  page.rangee([`${numero}) ${theme.titre} ${source}`, null, null, null, null], BANDE, 24);
  const premiere = page.ligne;
  const avant = page.styles.length;
  theme.parties.forEach(({ titre, questions }, rang) =>
    ecrirePartie(feuillets, titre, questions, rang === theme.parties.length - 1)
  );
  const lignes = page.ligne - premiere;
  const colonne = (rang: number): string => plageDe(premiere - 1, rang, lignes, 1);
  // Les traits une fois par thème, sous ses titres de partie : chacun pèse autant qu'une plage sur le fil.
  page.styles.splice(
    avant,
    0,
    { plage: plageDe(premiere - 1, QUESTIONS, lignes, COLONNES), style: CASE },
    { plage: colonne(QUESTIONS), style: { fond: FIXE.fond, vertical: "milieu" } },
    { plage: colonne(MOBILISES), style: { horizontal: "centre" } }
  );
  page.styles.push({
    plage: plageDe(bande, DECOMPTE, 1, COLONNES - DECOMPTE),
    style: { taille: 9, horizontal: "droite", format: formatDuDecompte(questions) },
  });
  const repondues = `SUMPRODUCT(--(LEN(${colonne(REPONSES)})+LEN(${colonne(MOBILISES)})>0))`;
  page.blocs.push({ ancre: decompte, contenus: [[calculer(repondues, 0)]] });
  synthetiser(feuillets, theme);
  return { decompte, questions };
}

/** Une seule règle pour tous les thèmes : leurs bandes et leurs synthèses, fusionnées, n'ont pas de case dans cette colonne. */
function validationDesChoix(plage: string): Validation {
  return {
    plage,
    regle: { liste: CHOIX },
    invite: {
      titre: "Mobilisé ?",
      texte: typographier(
        "L'outil est-il mobilisé dans le territoire ? Oui, Non, À étudier, ou Sans objet si la question ne se pose pas ici."
      ),
    },
    alerte: {
      titre: "Réponse inattendue",
      texte: typographier(
        "Cette case attend Oui, Non, À étudier ou Sans objet. Pour une nuance, écrivez-la sous « Réponse, constat »."
      ),
    },
  };
}

function ecrirePartie(
  feuillets: Feuillets,
  titre: string,
  questions: readonly string[],
  derniere: boolean
): void {
  const { page } = feuillets;
  const [largeur = 0] = LARGEURS;
  const ecrites = questions.map(typographier);
  const hauteurs = ecrites.map((question) =>
    Math.max(HAUTEUR_D_UNE_REPONSE, hauteurDuTexte(question, largeur, 9))
  );
  // Un titre ne reste pas seul au bas d'une page.
  feuillets.garder(HAUTEUR_D_UN_TITRE + (hauteurs[0] ?? 0));
  feuillets.prendre(HAUTEUR_D_UN_TITRE);
  page.paragraphe(titre, PARTIE, HAUTEUR_D_UN_TITRE);
  ecrites.forEach((question, rang) => {
    const hauteur = hauteurs[rang] ?? HAUTEUR_D_UNE_REPONSE;
    // La synthèse n'est pas seule sous les titres de la grille.
    if (derniere && rang === questions.length - 1) feuillets.garder(hauteur + SYNTHESE);
    feuillets.prendre(hauteur);
    page.poser(QUESTIONS, question);
    page.dimensionner(1, hauteur);
    page.sauter();
  });
}

/** Les deux paragraphes que la trame demande pour chaque thème. */
function synthetiser(feuillets: Feuillets, { difficultes }: Theme): void {
  blanc(feuillets, "Difficultés observées et défis à relever", `[${difficultes}]`);
  blanc(feuillets, "Outils mis en œuvre, leviers mobilisables et points de vigilance", OUTILS);
}

function blanc(feuillets: Feuillets, titre: string, attendu: string): void {
  const { page } = feuillets;
  feuillets.prendre(HAUTEUR_D_UN_TITRE + HAUTEUR_D_UN_BLANC);
  page.paragraphe(titre, { gras: true, taille: 10, vertical: "bas" }, HAUTEUR_D_UN_TITRE);
  page.paragraphe(typographier(attendu), BLANC, HAUTEUR_D_UN_BLANC);
}

function conclure(feuillets: Feuillets, { communes, controle, plh }: Matiere): void {
  const notes = [
    communes.length > 1
      ? "Contrat de plusieurs communes : la situation de chacune s'examine à part. Nommez dans la réponse la commune dont vous parlez, ou dupliquez cette feuille pour elle."
      : "",
    controle.type === "mutualisant" || plh === true
      ? "PLH exécutoire : évaluez l'effet de ses actions sur le rattrapage."
      : "Si un PLH exécutoire couvre la commune, évaluez l'effet de ses actions sur le rattrapage.",
    "Questions du guide DHUP de décembre 2022 (annexes 4 à 7), reformulées ; les synthèses encadrées sont celles de la trame (annexe 3).",
  ].filter(Boolean);
  feuillets.texte(typographier(notes.join(" ")));
}

/** « Répondues : 12 sur 40 ». */
function formatDuDecompte(questions: number): string {
  return `"Répondues\u00a0: "0" sur ${questions}"_m`;
}
