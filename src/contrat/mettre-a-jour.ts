import type { ContexteDeControle } from "../controle";
import { TITRES_DE_COLONNES, type PlanDeFeuille, type Scalaire } from "../feuilles";
import { adresseDe, plageDe, type FeuilleLue, type Rubrique } from "../tableau";
import { colonnesDe, estLeMeme, type Contrat } from "./contrat";
import {
  PREMIERE_REPONSE,
  designation,
  entete,
  formesDeDesignation,
  formesDeQuestion,
  formesDesReponses,
  hauteurDeQuestion,
  nomDesColonnes,
  nomsDesReponses,
  validationDesLettres,
  validationsDe,
} from "./lignes";
import { lireLettres } from "./lire-contrat";
import { ecrireVersions, titrerLesVersions } from "./ecrire-versions";
import { cleDeVersion, lireVersions } from "./lire-versions";
import { planContrat } from "./plan-contrat";
import { QUESTIONS, type Question } from "./questions";
import { ecrireReponse, estLaMemeReponse, lireCellule } from "./reponse-ecrite";
import { versionsSansTitres } from "./situer-versions";
import { Cases, TITRES, rubriqueDe, situer, type Designations, type Structure } from "./structure";

/** Ce qui change sur une feuille déjà là : les cellules qui ne sont pas nommées restent telles quelles. */
export type Retouches = Required<Pick<PlanDeFeuille, "blocs" | "styles" | "validations" | "noms">>;

/**
 * Ce qu'il faut écrire pour que la feuille dise ce contrat : les réponses qui diffèrent, une colonne pour un EPCI de plus. Les notes de l'agent, ses
 * tournures et ce qui ne se lit pas restent ; une réponse qui ne vaut plus s'efface. Une version signée que la feuille porte n'est jamais récrite ni effacée ;
 * une de plus s'ajoute tout en bas.
 * @returns `null` si la feuille porte autre chose, sans ligne de titres, ou si une version est à écrire et que ses versions ont perdu les leurs : rien
 * n'y est écrit.
 */
export function mettreAJour(feuille: FeuilleLue, contrat: Contrat): Retouches | null {
  const cases = new Cases(feuille);
  const structure = situer(cases);
  if (structure)
    return estAbimee(cases, structure, contrat)
      ? null
      : new MiseAJour(cases, structure).vers(contrat);
  const vide = cases.lignes().every((l) => cases.colonnes().every((c) => cases.estVide(l, c)));
  if (!vide) return null;
  const { blocs, styles, validations = [], noms = [] } = planContrat(contrat);
  return { blocs, styles, validations, noms };
}

/** Des versions signées qu'on ne sait plus lire : une de plus pourrait les contredire. */
function estAbimee(
  cases: Cases,
  { versions, titres, repere }: Structure,
  contrat: Contrat
): boolean {
  return (
    !versions &&
    contrat.versions.length > 0 &&
    versionsSansTitres(cases, titres + 1, repere).length > 0
  );
}

class MiseAJour {
  private readonly retouches: Retouches = { blocs: [], styles: [], validations: [], noms: [] };
  /** Dernière ligne prise. */
  private bas: number;

  constructor(
    private readonly cases: Cases,
    private readonly structure: Structure
  ) {
    // Sous la dernière cellule remplie : une mise en forme plus bas n'y repousse rien.
    this.bas = Math.max(structure.titres, ...cases.lignesRemplies());
  }

  vers(contrat: Contrat): Retouches {
    const { structure, retouches } = this;
    this.ajouterLesQuestions(contrat);
    this.ajouterLesEpcis(contrat);
    for (const { question } of structure.questions)
      for (const { epci } of structure.epcis)
        this.repondre(question, epci, reponseDe(contrat, epci, question));
    const designations = this.designer(contrat);
    this.ajouterLesVersions(contrat);
    const colonnes = structure.epcis.map(({ colonne }) => colonne);
    const [gauche, droite] = [Math.min(...colonnes), Math.max(...colonnes)];
    retouches.noms.push(...nomsDesReponses(structure.titres, structure.questions, gauche, droite));
    if (designations) {
      const { feuille, colonne, lignes } = designations;
      const [haut, bas] = [Math.min(...lignes), Math.max(...lignes)];
      retouches.noms.push(
        nomDesColonnes(plageDe(haut, feuille, bas - haut + 1, colonne - feuille + 1))
      );
    }
    return retouches;
  }

  /** Une question que la feuille ne pose pas, et qui a une réponse, se pose tout en bas. */
  private ajouterLesQuestions({ reponses }: Contrat): void {
    const { questions, repere } = this.structure;
    const posees = new Set(questions.map(({ question }) => question.cle));
    for (const question of QUESTIONS) {
      const repondue = reponses.some(({ contexte }) => (contexte[question.cle] ?? null) !== null);
      if (posees.has(question.cle) || !repondue) continue;
      const ligne = ++this.bas;
      this.ecrire(ligne, repere, entete(question));
      this.retouches.styles.push(
        ...formesDeQuestion(ligne, hauteurDeQuestion(question, []), repere)
      );
      questions.push({ question, ligne });
    }
  }

  /** Un EPCI de plus prend la première colonne vide à droite, sans rien déplacer. */
  private ajouterLesEpcis({ reponses }: Contrat): void {
    const { epcis, titres, questions, repere } = this.structure;
    const lignes = [titres, ...questions.map(({ ligne }) => ligne)];
    const debut = repere + PREMIERE_REPONSE;
    let colonne = Math.max(debut, ...epcis.map((connu) => connu.colonne + 1));
    for (const { epci } of reponses) {
      if (epcis.some((connu) => estLeMeme(connu.epci, epci))) continue;
      while (lignes.some((ligne) => !this.cases.estVide(ligne, colonne))) colonne++;
      this.ecrire(titres, colonne, [epci ?? TITRES.classeur]);
      this.retouches.styles.push(
        { plage: adresseDe(titres, colonne), style: TITRES_DE_COLONNES },
        ...formesDesReponses(questions, colonne, colonne)
      );
      this.retouches.validations.push(...validationsDe(questions, colonne, colonne));
      epcis.push({ epci, colonne });
      colonne++;
    }
  }

  /** Une question peut être posée deux fois, un EPCI nommé deux fois : une seule case garde la réponse. */
  private repondre(
    question: Question,
    epci: string | null,
    voulue: ReturnType<typeof reponseDe>
  ): void {
    const { questions, epcis } = this.structure;
    const lignes = questions.filter((posee) => posee.question === question);
    const colonnes = epcis.filter((connu) => estLeMeme(connu.epci, epci));
    let dite = voulue === undefined;
    for (const { ligne } of lignes)
      for (const { colonne } of colonnes) {
        const lue = lireCellule(question, this.cases.valeur(ligne, colonne)) ?? undefined;
        if (!dite && estLaMemeReponse(lue, voulue)) dite = true;
        else if (lue !== undefined && !estLaMemeReponse(lue, voulue))
          this.ecrire(ligne, colonne, [""]);
      }
    const [ligne] = lignes;
    const [colonne] = colonnes;
    if (!dite && voulue !== undefined && ligne && colonne) {
      const ecrite = ecrireReponse(question, voulue);
      this.ecrire(ligne.ligne, colonne.colonne, [ecrite]);
      this.grandir(question, ligne.ligne, String(ecrite));
    }
  }

  /** Une réponse plus longue que les autres agrandit sa ligne ; une ligne ne rétrécit pas. */
  private grandir(question: Question, ligne: number, ecrite: string): void {
    const { epcis, repere } = this.structure;
    const presentes = epcis.map(({ colonne }) => this.cases.ecrit(ligne, colonne));
    const hauteur = hauteurDeQuestion(question, [ecrite]);
    if (hauteur <= hauteurDeQuestion(question, presentes)) return;
    this.retouches.styles.push({ plage: adresseDe(ligne, repere), style: {}, hauteur });
  }

  /** Rend la table, agrandie s'il le faut ; `null` si la feuille n'en a pas et n'en demande pas. */
  private designer(contrat: Contrat): Designations | null {
    const voulues = contrat.colonnes.flatMap(({ feuille, colonnes }) =>
      Object.entries(colonnes).map(([rubrique, lettres]) => ({
        feuille,
        rubrique: rubrique as Rubrique,
        lettres,
      }))
    );
    const { designations } = this.structure;
    if (!designations && voulues.length === 0) return null;
    const table = designations ?? this.ajouterLaTable();
    const dites = this.garder(table, contrat);
    for (const { feuille, rubrique, lettres } of voulues) {
      if (dites.has(cleDe(feuille, rubrique))) continue;
      const ligne = this.ligneLibre(table);
      const [repere = "", ...valeurs] = designation(feuille, rubrique, lettres);
      this.ecrire(ligne, this.structure.repere, [repere]);
      [table.feuille, table.donnee, table.colonne].forEach((colonne, rang) =>
        this.ecrire(ligne, colonne, [valeurs[rang] ?? null])
      );
    }
    return table;
  }

  /** Laisse les désignations qui valent encore, efface les autres ; rend celles qui sont déjà dites. */
  private garder(
    { lignes, feuille, donnee, colonne }: Designations,
    contrat: Contrat
  ): Set<string> {
    const { cases } = this;
    const dites = new Set<string>();
    for (const ligne of lignes) {
      const nom = cases.ecrit(ligne, feuille);
      const rubrique = rubriqueDe(cases.ecrit(ligne, donnee));
      const lettres = lireLettres(cases.ecrit(ligne, colonne));
      if (nom === "" || rubrique === undefined || lettres === undefined) continue;
      const cle = cleDe(nom, rubrique);
      if (!dites.has(cle) && colonnesDe(contrat, nom)[rubrique] === lettres) dites.add(cle);
      else for (const j of [feuille, donnee, colonne]) this.ecrire(ligne, j, [""]);
    }
    return dites;
  }

  private readonly prises = new Set<number>();

  /** Une ligne vide de la table, sinon une ligne de plus, tout en bas. */
  private ligneLibre(table: Designations): number {
    const { feuille, donnee, colonne, lignes } = table;
    const libre = lignes.find(
      (ligne) =>
        !this.prises.has(ligne) &&
        [feuille, donnee, colonne].every((j) => this.cases.estVide(ligne, j))
    );
    const ligne = libre ?? ++this.bas;
    this.prises.add(ligne);
    if (libre === undefined) {
      lignes.push(ligne);
      this.retouches.styles.push(...formesDeDesignation(ligne, 1, this.structure.repere));
      this.retouches.validations.push(validationDesLettres(adresseDe(ligne, colonne)));
    }
    return ligne;
  }

  private ajouterLaTable(): Designations {
    const { repere } = this.structure;
    const titres = (this.bas += 2);
    const noms = [TITRES.repere, TITRES.feuille, TITRES.donnee, TITRES.colonne];
    this.ecrire(titres, repere, noms);
    this.retouches.styles.push({
      plage: plageDe(titres, repere, 1, noms.length),
      style: TITRES_DE_COLONNES,
    });
    return { titres, feuille: repere + 1, donnee: repere + 2, colonne: repere + 3, lignes: [] };
  }

  private ajouterLesVersions({ versions }: Contrat): void {
    const { cases, retouches } = this;
    const { versions: presente, repere } = this.structure;
    const connues = presente ? lireVersions(cases, presente, () => undefined) : [];
    const ecrites = new Set(connues.map(cleDeVersion));
    const nouvelles = versions.filter((version) => !ecrites.has(cleDeVersion(version)));
    if (nouvelles.length === 0) return;
    let table = presente;
    if (!table) {
      const titree = titrerLesVersions(this.bas + 2, repere);
      retouches.blocs.push(...titree.blocs);
      retouches.styles.push(...titree.styles);
      table = titree.table;
      this.bas = table.titres;
    }
    const ecrite = ecrireVersions(nouvelles, this.bas + 1, repere, table);
    retouches.blocs.push(...ecrite.blocs);
    retouches.styles.push(...ecrite.styles);
    this.bas += ecrite.lignes;
  }

  private ecrire(ligne: number, colonne: number, contenus: Scalaire[]): void {
    this.retouches.blocs.push({ ancre: adresseDe(ligne, colonne), contenus: [contenus] });
  }
}

function reponseDe({ reponses }: Contrat, epci: string | null, { cle }: Question) {
  const entree = reponses.find((connue) => estLeMeme(connue.epci, epci));
  const reponse: ContexteDeControle[typeof cle] = entree?.contexte[cle];
  return reponse ?? undefined;
}

function cleDe(feuille: string, rubrique: Rubrique): string {
  return `${feuille.toLowerCase()}/${rubrique}`;
}
