import {
  Composition,
  TITRES_DE_COLONNES,
  hauteurDuTexte,
  paysage,
  type PlanDeFeuille,
  type Scalaire,
} from "../feuilles";
import { typographier } from "../redaction";
import { plageDe, type Rubrique } from "../tableau";
import { NOM_DE_LA_FEUILLE, type Contrat } from "./contrat";
import {
  LARGEURS,
  LARGEUR_D_UNE_REPONSE,
  PREMIERE_REPONSE,
  SECONDAIRE,
  designation,
  entete,
  formesDeDesignation,
  formesDeQuestion,
  formesDesReponses,
  hauteurDeQuestion,
  largeurDesReponses,
  nomDesColonnes,
  nomsDesReponses,
  validationDesLettres,
  validationsDe,
} from "./lignes";
import {
  COLONNES_DES_VERSIONS,
  LARGEUR_D_UN_NOMBRE,
  ecrireVersions,
  titrerLesVersions,
} from "./ecrire-versions";
import { QUESTIONS, type Question } from "./questions";
import { ecrireReponse } from "./reponse-ecrite";
import { REPERE_DES_COLONNES, TITRES } from "./structure";

/** Colonnes de réponses par page. */
const REPONSES_PAR_PAGE = 3;
/** Un titre est en gras, plus large. */
const PLACE_D_UN_TITRE = LARGEUR_D_UNE_REPONSE * 0.92;
/** Lignes vides où désigner une colonne à la main. */
const LIGNES_LIBRES = 4;

/**
 * La feuille « CMS – Contrat » : une question par ligne, une colonne par EPCI, puis les colonnes désignées à la main. Elle se lit, s'imprime et se remplit
 * sans le complément ; `lireContrat` la relit à l'identique.
 */
export function planContrat(contrat: Contrat): PlanDeFeuille {
  const epcis = [null, ...contrat.reponses.flatMap(({ epci }) => epci ?? [])];
  const droite = PREMIERE_REPONSE + epcis.length - 1;
  const page = new Composition(PREMIERE_REPONSE + 1);
  page.paragraphe("Contrat de mixité sociale : vos réponses", { gras: true, taille: 14 }, 22);
  page.paragraphe(
    typographier(
      "Ce que les tableaux ne disent pas. Le complément lit et écrit cette feuille ; remplissez-la aussi à la main. Une case vide reste à confirmer. Gardez les titres et la colonne Repère : c'est par eux que la feuille se relit."
    ),
    SECONDAIRE,
    28
  );
  page.sauter();
  const titres = page.ligne;
  const { repere, question, aide, article, classeur } = TITRES;
  page.rangee(
    [repere, question, aide, article, ...epcis.map((epci) => epci ?? classeur)],
    TITRES_DE_COLONNES,
    Math.max(...epcis.map((epci) => hauteurDuTexte(epci ?? classeur, PLACE_D_UN_TITRE, 11))) + 4
  );
  const lignes = QUESTIONS.map((posee) => {
    const ligne = page.ligne - 1;
    const reponses = epcis.map((epci) => reponse(contrat, epci, posee));
    const hauteur = hauteurDeQuestion(
      posee,
      reponses.map((donnee) => String(donnee ?? ""))
    );
    page.styles.push(...formesDeQuestion(ligne, hauteur));
    ranger(page, [...entete(posee), ...reponses]);
    return { question: posee, ligne };
  });
  page.styles.push(...formesDesReponses(lignes, PREMIERE_REPONSE, droite));
  page.sauter();
  const { debut, nombre } = listerLesDesignations(page, contrat);
  const largeurs = [...LARGEURS, ...epcis.map(() => largeurDesReponses(epcis.length))];
  if (contrat.versions.length > 0) {
    listerLesVersions(page, contrat);
    while (largeurs.length < COLONNES_DES_VERSIONS) largeurs.push(LARGEUR_D_UN_NOMBRE);
  }
  return {
    nom: NOM_DE_LA_FEUILLE,
    blocs: page.blocs,
    styles: page.styles,
    fusions: page.fusions,
    largeurs,
    lignesFigees: titres,
    quadrillage: false,
    impression: {
      ...paysage("Contrat de mixité sociale", NOM_DE_LA_FEUILLE),
      pagesEnLargeur: Math.ceil(epcis.length / REPONSES_PAR_PAGE),
      lignesRepetees: `${titres}:${titres}`,
    },
    validations: [
      ...validationsDe(lignes, PREMIERE_REPONSE, droite),
      validationDesLettres(plageDe(debut, 3, nombre, 1)),
    ],
    noms: [
      ...nomsDesReponses(titres - 1, lignes, PREMIERE_REPONSE, droite),
      nomDesColonnes(plageDe(debut, 1, nombre, 3)),
    ],
  };
}

function reponse({ reponses }: Contrat, epci: string | null, question: Question): Scalaire {
  const entree = reponses.find((connue) => connue.epci === epci);
  const donnee = entree?.contexte[question.cle] ?? null;
  return donnee === null ? null : ecrireReponse(question, donnee);
}

/** La table des colonnes désignées ; rend ses lignes, la première comptée à partir de 0. */
function listerLesDesignations(
  page: Composition,
  { colonnes }: Contrat
): { debut: number; nombre: number } {
  page.paragraphe("Colonnes désignées à la main", { gras: true, taille: 12 }, 20);
  page.paragraphe(
    typographier(
      "Les colonnes que le complément ne reconnaît pas, ou lit mal : la feuille, la donnée, puis les lettres de la colonne, ou « aucune » si la feuille ne l'a pas."
    ),
    SECONDAIRE,
    16
  );
  page.rangee([TITRES.repere, TITRES.feuille, TITRES.donnee, TITRES.colonne], TITRES_DE_COLONNES);
  const designees = colonnes.flatMap(({ feuille, colonnes: donnees }) =>
    Object.entries(donnees).map(([rubrique, lettres]) =>
      designation(feuille, rubrique as Rubrique, lettres)
    )
  );
  const libres = Array.from({ length: LIGNES_LIBRES }, () => [REPERE_DES_COLONNES]);
  const debut = page.ligne - 1;
  const rangees = [...designees, ...libres];
  page.styles.push(...formesDeDesignation(debut, rangees.length));
  for (const rangee of rangees) ranger(page, rangee);
  return { debut, nombre: rangees.length };
}

/** La table des versions signées, en dernier : un avenant s'y ajoute dessous. */
function listerLesVersions(page: Composition, { versions }: Contrat): void {
  page.sauter();
  const { blocs, styles, table } = titrerLesVersions(page.ligne - 1, 0);
  const ecrite = ecrireVersions(versions, table.titres + 1, 0, table);
  page.blocs.push(...blocs, ...ecrite.blocs);
  page.styles.push(...styles, ...ecrite.styles);
}

function ranger(page: Composition, contenus: Scalaire[]): void {
  page.blocs.push({ ancre: page.cellule(0), contenus: [contenus] });
  page.sauter();
}
