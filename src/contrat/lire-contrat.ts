import type { ContexteDeControle, VersionSignee } from "../controle";
import { nommerRubrique, type MotifDIllisible, type ReponseIllisible } from "../redaction";
import { normaliserMot } from "../regles";
import { adresseDe, rangDeColonne, type ColonnesDonnees, type FeuilleLue } from "../tableau";
import { CONTRAT_VIDE, estLaMemeFeuille, estLeMeme, type Contrat } from "./contrat";
import { lireVersions } from "./lire-versions";
import { ADMIS, type Question } from "./questions";
import { estLaMemeReponse, lireCellule } from "./reponse-ecrite";
import { versionsSansTitres } from "./situer-versions";
import { Cases, rubriqueDe, situer, type Designations, type Structure } from "./structure";

export interface ContratLu {
  contrat: Contrat;
  /** Ce qui est écrit et ne se lit pas : compté comme vide, à dire à l'agent. */
  illisibles: ReponseIllisible[];
}

const DERNIERE_COLONNE = 16_383;

/**
 * Lit la feuille « CMS – Contrat », par ses titres et ses repères et non par ses positions : l'agent peut y insérer des lignes, des colonnes et des
 * notes. N'importe quelle feuille reçoit une réponse : jamais d'exception.
 * @param feuille `null` : le classeur n'a pas la feuille.
 * @param feuilles Noms des feuilles du classeur, pour dire celles qu'une désignation nomme en vain.
 */
export function lireContrat(feuille: FeuilleLue | null, feuilles?: readonly string[]): ContratLu {
  if (!feuille) return { contrat: CONTRAT_VIDE, illisibles: [] };
  const cases = new Cases(feuille);
  const structure = situer(cases);
  if (structure) return new Lecture(cases, feuilles).lire(structure);
  const ligne = cases.lignes().find((l) => cases.colonnes().some((c) => !cases.estVide(l, c)));
  if (ligne === undefined) return { contrat: CONTRAT_VIDE, illisibles: [] };
  const colonne = cases.colonnes().find((c) => !cases.estVide(ligne, c)) ?? 0;
  const perdue: ReponseIllisible = {
    motif: "titres-absents",
    adresse: adresseDe(ligne, colonne),
    ecrit: cases.ecrit(ligne, colonne),
    question: "",
    admis: "",
  };
  return { contrat: CONTRAT_VIDE, illisibles: [perdue] };
}

class Lecture {
  private readonly reponses: Contrat["reponses"] = [];
  private readonly colonnes: Contrat["colonnes"] = [];
  private readonly illisibles: ReponseIllisible[] = [];

  constructor(
    private readonly cases: Cases,
    private readonly feuilles: readonly string[] | undefined
  ) {}

  lire(structure: Structure): ContratLu {
    const { epcis, questions, inconnues, designations, titres } = structure;
    for (const { epci, colonne } of epcis) {
      const contexte = this.contexteDe(epci);
      for (const { question, ligne } of questions)
        this.lireReponse(question, ligne, colonne, contexte);
      for (const { repere, ligne } of inconnues)
        if (!this.cases.estVide(ligne, colonne))
          this.dire("repere-inconnu", ligne, colonne, repere, "");
    }
    const derniere = epcis.at(-1)?.colonne;
    if (derniere !== undefined && this.cases.estVide(titres, derniere + 1)) {
      for (const { question, ligne } of questions)
        if (!this.cases.estVide(ligne, derniere + 1))
          this.dire("sans-epci", ligne, derniere + 1, question.libelle, "");
    }
    if (designations) this.lireDesignations(designations);
    const communes = this.reponses.filter(({ epci }) => epci === null);
    const remplies = communes.filter(({ contexte }) => Object.keys(contexte).length > 0);
    const propres = this.reponses.filter(({ epci }) => epci !== null);
    return {
      contrat: {
        reponses: [...remplies, ...propres],
        colonnes: this.colonnes,
        versions: this.lireVersions(structure),
      },
      illisibles: this.illisibles,
    };
  }

  private lireVersions({ versions, titres, repere }: Structure): VersionSignee[] {
    if (versions) return lireVersions(this.cases, versions, this.dire.bind(this));
    const [perdue] = versionsSansTitres(this.cases, titres + 1, repere);
    if (perdue !== undefined) this.dire("versions-sans-titres", perdue, repere, "", "");
    return [];
  }

  private contexteDe(epci: string | null): ContexteDeControle {
    const connue = this.reponses.find((entree) => estLeMeme(entree.epci, epci));
    if (connue) return connue.contexte;
    const entree = { epci, contexte: {} };
    this.reponses.push(entree);
    return entree.contexte;
  }

  private lireReponse(
    question: Question,
    ligne: number,
    colonne: number,
    contexte: ContexteDeControle
  ): void {
    const { cle, libelle, nature } = question;
    const lue = lireCellule(question, this.cases.valeur(ligne, colonne));
    if (lue === null) return;
    if (lue === undefined) {
      this.dire("reponse", ligne, colonne, libelle, ADMIS[nature]);
      return;
    }
    const connue = contexte[cle] ?? undefined;
    if (connue === undefined) Object.assign(contexte, { [cle]: lue });
    else if (!estLaMemeReponse(connue, lue))
      this.dire("contradiction", ligne, colonne, libelle, "");
  }

  private lireDesignations({ lignes, feuille, donnee, colonne }: Designations): void {
    const { cases } = this;
    for (const ligne of lignes) {
      const champs = [feuille, donnee, colonne];
      const vides = champs.filter((champ) => cases.estVide(ligne, champ));
      if (vides.length === champs.length) continue;
      if (vides[0] !== undefined) {
        this.dire("designation-incomplete", ligne, vides[0], "", "feuille, donnée et colonne");
        continue;
      }
      const rubrique = rubriqueDe(cases.ecrit(ligne, donnee));
      const lettres = lireLettres(cases.ecrit(ligne, colonne));
      if (rubrique === undefined) this.dire("donnee-inconnue", ligne, donnee, "", "");
      else if (lettres === undefined)
        this.dire("lettres", ligne, colonne, nommerRubrique(rubrique), "");
      else {
        const nom = cases.ecrit(ligne, feuille);
        if (this.feuilles && !this.feuilles.some((connue) => estLaMemeFeuille(connue, nom)))
          this.dire("feuille-inconnue", ligne, feuille, "", "");
        const donnees = this.colonnesDe(nom);
        const connue = donnees[rubrique];
        if (connue === undefined) donnees[rubrique] = lettres;
        else if (connue !== lettres)
          this.dire("contradiction", ligne, colonne, nommerRubrique(rubrique), "");
      }
    }
  }

  private colonnesDe(feuille: string): ColonnesDonnees {
    const connue = this.colonnes.find((entree) => estLaMemeFeuille(entree.feuille, feuille));
    if (connue) return connue.colonnes;
    const entree = { feuille, colonnes: {} };
    this.colonnes.push(entree);
    return entree.colonnes;
  }

  private dire(
    motif: MotifDIllisible,
    ligne: number,
    colonne: number,
    question: string,
    admis: string
  ): void {
    const ecrit = this.cases.ecrit(ligne, colonne);
    this.illisibles.push({ motif, adresse: adresseDe(ligne, colonne), ecrit, question, admis });
  }
}

/** « C », « colonne c » ; « aucune » est `null` ; `undefined` : ce n'est pas une colonne d'Excel. */
export function lireLettres(ecrit: string): string | null | undefined {
  if (/^(aucune?|absente?)$/.test(normaliserMot(ecrit))) return null;
  const lettres = ecrit.replace(/^col(onne|\.)?\s+/i, "").toUpperCase();
  const rang = rangDeColonne(lettres);
  return rang !== null && rang <= DERNIERE_COLONNE ? lettres : undefined;
}
