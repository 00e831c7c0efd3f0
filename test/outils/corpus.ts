import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { feuilleLue } from "../../src/commande/feuille-lue";
import { NOM_DE_LA_FEUILLE, lireContrat } from "../../src/contrat";
import {
  controlerLecture,
  type ContexteDeControle,
  type Controle,
  type ControleDuClasseur,
} from "../../src/controle";
import { FichierIllisible, lireXlsx, type FeuilleXlsx } from "../../src/fichier";
import { lireTableaux } from "../../src/tableau";
import { chargerDecoupage } from "../../src/territoire";

/** Ce qu'il faut dire d'un classeur du corpus. */
export interface Attendu {
  contexte: ContexteDeControle | null;
  verdict: string;
  /** Codes de ce qui se dit de plusieurs tableaux. */
  duClasseur?: string[];
  tableaux: TableauAttendu[];
}

export interface TableauAttendu {
  feuille: string;
  plageDonnees: string | null;
  type: string;
  periode: string;
  epci: string | null;
  verdict: string;
  totaux: {
    deficit: number | null;
    avantLu: number | null;
    avantLegal: number | null;
    apres: number | null;
  };
  constats: ConstatAttendu[];
}

/** Sans cellule, l'attendu ne dit pas où se montre le constat. */
interface ConstatAttendu {
  gravite: string;
  code?: string;
  commune: string | null;
  cellule: string | null;
}

/** Un dossier de classeurs, chacun avec ce qu'il faut en dire. */
export class Corpus {
  private readonly dossier: string;

  constructor(nom: string) {
    this.dossier = path.join(__dirname, "../classeurs", nom);
  }

  noms(): string[] {
    return readdirSync(this.dossier)
      .filter((nom) => nom.endsWith(".xlsx"))
      .map((nom) => path.basename(nom, ".xlsx"));
  }

  octets(nom: string): Buffer {
    return readFileSync(path.join(this.dossier, `${nom}.xlsx`));
  }

  attendu(nom: string): Attendu {
    return JSON.parse(readFileSync(path.join(this.dossier, `${nom}.json`), "utf8")) as Attendu;
  }

  async controler(nom: string, contexte: ContexteDeControle | null): Promise<ControleDuClasseur> {
    const feuilles = (await ouvrir(this.octets(nom))).map(feuilleLue);
    const contrat = feuilles.find((feuille) => feuille.nom === NOM_DE_LA_FEUILLE) ?? null;
    return controlerLecture(
      feuilles.filter((feuille) => feuille !== contrat).map((feuille) => lireTableaux(feuille)),
      contexte ?? {},
      await chargerDecoupage(),
      lireContrat(contrat).contrat.versions
    );
  }
}

/** Un fichier chiffré ou abîmé n'a rien à lire. */
async function ouvrir(octets: Buffer): Promise<FeuilleXlsx[]> {
  try {
    return (await lireXlsx(octets)).feuilles;
  } catch (erreur) {
    if (erreur instanceof FichierIllisible) return [];
    throw erreur;
  }
}

/** Le verdict et les tableaux, erreurs et avertissements compris : ni plus, ni moins que l'attendu. */
export function comparer({ verdict, controles }: ControleDuClasseur, attendu: Attendu): void {
  expect(verdict).toBe(attendu.verdict);
  expect(controles.map(placeDe).sort()).toEqual(attendu.tableaux.map(placeDe).sort());
  for (const tableau of attendu.tableaux) {
    const controle = controleDe(controles, tableau);
    expect(controle && resumer(controle, tableau)).toEqual({
      type: tableau.type,
      periode: tableau.periode,
      epci: tableau.epci,
      verdict: tableau.verdict,
      totaux: tableau.totaux,
      constats: aDire(tableau.constats),
    });
  }
}

export function controleDe(
  controles: readonly Controle[],
  attendu: TableauAttendu
): Controle | undefined {
  return controles.find((candidat) => placeDe(candidat) === placeDe(attendu));
}

function placeDe(lu: Controle | TableauAttendu): string {
  const feuille = "feuille" in lu ? lu.feuille : lu.tableau.feuille;
  return `${feuille}!${lu.plageDonnees}`;
}

/** Le contrôle dans la forme attendue ; là où l'attendu ne donne pas de cellule, elle est tue. */
function resumer(controle: Controle, attendu: TableauAttendu): object {
  const { type, epci, bareme, verdict, totaux } = controle;
  const { deficit, avantLu, avantLegal, apres } = totaux;
  const constats = controle.constats.map(
    ({ gravite, commune = null, adresse = null }): ConstatAttendu => ({
      gravite,
      commune,
      cellule: adresse,
    })
  );
  const restants = new Set(constats);
  const retirer = (convient: (dit: ConstatAttendu) => boolean): ConstatAttendu | undefined => {
    const trouve = [...restants].find(convient);
    if (trouve) restants.delete(trouve);
    return trouve;
  };
  const [situes, autres] = [true, false].map((avec) =>
    attendu.constats.filter(({ cellule }) => (cellule !== null) === avec)
  );
  for (const constat of situes ?? []) retirer((dit) => cle(dit) === cle(constat));
  for (const { gravite, commune } of autres ?? []) {
    const sien = retirer((dit) => dit.gravite === gravite && dit.commune === commune);
    if (sien) sien.cellule = null;
  }
  return {
    type,
    periode: bareme.periode,
    epci,
    verdict,
    totaux: { deficit, avantLu, avantLegal, apres },
    constats: aDire(constats),
  };
}

function cle({ gravite, commune, cellule }: ConstatAttendu): string {
  return `${gravite}/${commune}/${cellule}`;
}

/** Les erreurs et les avertissements, dans un ordre qui ne dépend pas du contrôle. */
function aDire(constats: readonly ConstatAttendu[]): (string | null)[][] {
  return constats
    .filter(({ gravite }) => gravite !== "information")
    .map(({ gravite, commune, cellule }) => [gravite, commune, cellule])
    .sort((a, b) => a.join("/").localeCompare(b.join("/")));
}
