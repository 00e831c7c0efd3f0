import type { ObjectifSigne, VersionSignee } from "../controle";
import type { MotifDIllisible } from "../redaction";
import { estRefus, lireDeficit, normaliserMot } from "../regles";
import {
  ditVide,
  estErreur,
  lireNombreEcrit,
  normaliserTitre,
  periodeDe,
  type ValeurDeCellule,
} from "../tableau";
import { lireAnnee, lireDate } from "./dates";
import { NOMS_DES_TYPES } from "./ecrire-versions";
import { TITRES_DES_VERSIONS, type ChampDeVersion, type TableDesVersions } from "./situer-versions";
import type { Cases } from "./structure";

/** Dit une cellule qui ne se lit pas. */
export type Dire = (
  motif: MotifDIllisible,
  ligne: number,
  colonne: number,
  question: string,
  admis: string
) => void;

type Entete = Omit<VersionSignee, "communes" | "incomplete">;

/** Comment chaque cellule se lit ; `undefined` : elle ne se lit pas. */
const LECTURES = {
  epci: (valeur: ValeurDeCellule) => (valeur === null ? null : lireTexte(valeur)),
  commune: (valeur: ValeurDeCellule) => (estDite(valeur) ? lireTexte(valeur) : undefined),
  signeLe: lireDate,
  version: lireAvenant,
  type: (valeur: ValeurDeCellule) =>
    typeof valeur === "string" ? TYPES.get(normaliserMot(valeur)) : undefined,
  periode: (valeur: ValeurDeCellule) =>
    (typeof valeur === "string" ? periodeDe(normaliserTitre(valeur)) : null) ?? undefined,
  inventaire: (valeur: ValeurDeCellule) => (estDite(valeur) ? lireAnnee(valeur) : null),
  insee: (valeur: ValeurDeCellule) => (estDite(valeur) ? lireInsee(valeur) : null),
  deficit: lireConnu,
  objectifLegal: lireConnu,
  objectif: (valeur: ValeurDeCellule) => (estDite(valeur) ? lireNombre(valeur) : undefined),
  plai: lireConnu,
  pls: lireConnu,
};

const ADMIS: Readonly<Record<ChampDeVersion, string>> = {
  epci: "le nom de l'EPCI",
  commune: "le nom de la commune",
  signeLe: "une date comme 30/06/2026",
  version: "« Signé », ou « Avenant 1 »",
  type: "Abaissant, Mutualisant, Sans aménagement ou Arrondissements",
  periode: "une période triennale comme 2026-2028",
  inventaire: "une année comme 2025, ou rien",
  insee: "les cinq signes du code, ou rien",
  deficit: "un nombre entier de logements, ou rien",
  objectifLegal: "un nombre entier de logements, ou rien",
  objectif: "un nombre entier de logements",
  plai: "un nombre entier de logements, ou rien",
  pls: "un nombre entier de logements, ou rien",
};

/**
 * Les versions que la table porte, dans son ordre. Une ligne dont l'objectif, la commune ou le contrat ne se lit pas n'est d'aucune version, et celle
 * dont elle serait est incomplète : c'est dit, et rien n'est deviné.
 */
export function lireVersions(cases: Cases, table: TableDesVersions, dire: Dire): VersionSignee[] {
  return new Lecture(cases, table, dire).lire();
}

class Lecture {
  private readonly versions = new Map<string, VersionSignee & { communes: ObjectifSigne[] }>();
  private readonly abimees = new Set<string>();
  private readonly communes = new Set<string>();

  constructor(
    private readonly cases: Cases,
    private readonly table: TableDesVersions,
    private readonly dire: Dire
  ) {}

  lire(): VersionSignee[] {
    for (const ligne of this.table.lignes) this.lireLigne(ligne);
    const perdue = this.abimees.has(INCONNUE);
    return [...this.versions].map(([cle, version]) =>
      perdue || this.abimees.has(cle) ? { ...version, incomplete: true } : version
    );
  }

  private lireLigne(ligne: number): void {
    const lu = <C extends ChampDeVersion>(champ: C) => this.champ(ligne, champ);
    const [epci, periode, avenant] = [lu("epci"), lu("periode"), lu("version")];
    const [signeLe, type, inventaire] = [lu("signeLe"), lu("type"), lu("inventaire")];
    const [nom, objectif] = [lu("commune"), lu("objectif")];
    const insee = lu("insee") ?? null;
    const [deficit = null, objectifLegal = null] = [lu("deficit"), lu("objectifLegal")];
    const [plai = null, pls = null] = [lu("plai"), lu("pls")];
    if (epci === undefined || periode === undefined || avenant === undefined) {
      this.abimees.add(INCONNUE);
      return;
    }
    const cle = cleDeVersion({ epci, periode, avenant });
    const connue = this.versions.get(cle);
    if (
      nom === undefined ||
      objectif === undefined ||
      signeLe === undefined ||
      type === undefined
    ) {
      this.abimees.add(cle);
      return;
    }
    const commune = { nom, insee, deficit, objectifLegal, objectif, plai, pls };
    const entete: Entete = {
      epci,
      avenant,
      signeLe,
      inventaire: inventaire ?? null,
      periode,
      type,
    };
    if (this.estDejaLa(`${cle}/${insee ?? normaliserMot(nom)}`)) {
      this.dire("version-en-double", ligne, this.table.colonnes.commune ?? 0, "", "");
      return;
    }
    if (!connue) {
      this.versions.set(cle, { ...entete, communes: [commune] });
      return;
    }
    this.comparer(ligne, connue, entete);
    connue.communes.push(commune);
  }

  private estDejaLa(commune: string): boolean {
    const connue = this.communes.has(commune);
    this.communes.add(commune);
    return connue;
  }

  /** Une version n'a qu'une date, qu'un inventaire et qu'un type : les premiers écrits. */
  private comparer(ligne: number, connue: Entete, lue: Entete): void {
    connue.inventaire ??= lue.inventaire;
    for (const champ of ["signeLe", "inventaire", "type"] as const) {
      if (lue[champ] === null || connue[champ] === lue[champ]) continue;
      this.dire(
        "version-contradictoire",
        ligne,
        this.table.colonnes[champ] ?? 0,
        TITRES_DES_VERSIONS[champ],
        ""
      );
    }
  }

  /** La cellule d'un champ ; dite si elle ne se lit pas. Sans sa colonne, le champ est vide. */
  private champ<C extends ChampDeVersion>(
    ligne: number,
    champ: C
  ): ReturnType<(typeof LECTURES)[C]> | undefined {
    const colonne = this.table.colonnes[champ];
    const valeur = colonne === undefined ? null : this.cases.valeur(ligne, colonne);
    const lire: (valeur: ValeurDeCellule) => unknown = LECTURES[champ];
    const lu = estErreur(valeur) ? undefined : lire(valeur);
    if (lu === undefined && colonne !== undefined)
      this.dire("version", ligne, colonne, TITRES_DES_VERSIONS[champ], ADMIS[champ]);
    return lu as ReturnType<(typeof LECTURES)[C]> | undefined;
  }
}

/** D'une ligne dont le contrat ne se lit pas : elle peut être de n'importe lequel. */
const INCONNUE = "";

/** Ce qui désigne une version : son EPCI, sa période et son rang. */
export function cleDeVersion({
  epci,
  periode,
  avenant,
}: Pick<VersionSignee, "epci" | "periode" | "avenant">): string {
  return `${epci === null ? "" : `epci ${normaliserMot(epci)}`}/${periode}/${avenant}`;
}

const TYPES = new Map(
  (Object.keys(NOMS_DES_TYPES) as VersionSignee["type"][]).map((type) => [
    normaliserMot(NOMS_DES_TYPES[type]),
    type,
  ])
);

/** Un tiret ne dit rien, comme une cellule vide. */
function estDite(valeur: ValeurDeCellule): boolean {
  return valeur !== null && !(typeof valeur === "string" && ditVide(valeur));
}

function lireTexte(valeur: ValeurDeCellule): string | undefined {
  return typeof valeur === "string" ? valeur.trim() : undefined;
}

const CONTRAT = /^(contrat )?signe$|^contrat( initial)?$|^version initiale$/;
const AVENANT = /^avenant (?:n ?°|no?\.?)? ?([1-9]\d?)$/;

/** « Signé » est 0, « Avenant n° 2 » est 2. */
function lireAvenant(valeur: ValeurDeCellule): number | undefined {
  if (typeof valeur !== "string") return undefined;
  const texte = normaliserTitre(valeur);
  if (CONTRAT.test(texte)) return 0;
  const rang = AVENANT.exec(texte)?.[1];
  return rang === undefined ? undefined : Number(rang);
}

/** Un code tapé dans une cellule a perdu son zéro de tête. */
function lireInsee(valeur: ValeurDeCellule): string | undefined {
  const code = typeof valeur === "number" ? String(valeur).padStart(5, "0") : valeur;
  return typeof code === "string" && /^\d[\dAB]\d{3}$/.test(code.trim()) ? code.trim() : undefined;
}

function lireNombre(valeur: ValeurDeCellule): number | undefined {
  const ecrit = typeof valeur === "string" ? lireNombreEcrit(valeur) : null;
  if (ecrit && ecrit.suite !== null && ecrit.suite !== "logements") return undefined;
  const lu = lireDeficit(ecrit ? ecrit.valeur : valeur, "objectif");
  return estRefus(lu) ? undefined : lu;
}

function lireConnu(valeur: ValeurDeCellule): number | null | undefined {
  return estDite(valeur) ? lireNombre(valeur) : null;
}
