import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { controlerLecture, type Controle, type ContexteDeControle } from "../../src/controle";
import { lireXlsx } from "../../src/fichier";
import { lireTableaux } from "../../src/tableau";
import { feuilleLue } from "../../src/commande/feuille-lue";

/**
 * Des classeurs tels que les agents les tiennent, faits sans connaître le code, et ce qu'il faut en dire : chaque erreur et chaque avertissement, ni plus
 * ni moins. Un JSON sans cellule ne dit pas où se montre le constat.
 */
const DOSSIER = path.join(__dirname, "../classeurs/independants");

interface Attendu {
  contexte: ContexteDeControle | null;
  verdict: string;
  tableaux: TableauAttendu[];
}

interface TableauAttendu {
  feuille: string;
  plageDonnees: string;
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
  constats: { gravite: string; commune: string | null; cellule: string | null }[];
}

/**
 * Écarts assumés avec les attentes du corpus, qui y voit des informations : à exactement 4 points, les annexes du guide se contredisent (arbitrage 2) ; un
 * inventaire provisoire est à recaler avant signature. Le volet en fait des avertissements.
 */
const AVERTISSEMENTS_CHEZ_NOUS = ["02-cartouche G12", "16-arrondi E4"];

const classeurs = readdirSync(DOSSIER)
  .filter((nom) => nom.endsWith(".xlsx"))
  .map((nom) => path.basename(nom, ".xlsx"));

function attenduDe(nom: string): Attendu {
  const attendu = JSON.parse(readFileSync(path.join(DOSSIER, `${nom}.json`), "utf8")) as Attendu;
  for (const tableau of attendu.tableaux) {
    for (const constat of tableau.constats) {
      const assume = AVERTISSEMENTS_CHEZ_NOUS.some((cas) => {
        const [debut = "", cellule] = cas.split(" ");
        return nom.startsWith(debut) && constat.cellule === cellule;
      });
      if (!assume) continue;
      constat.gravite = "avertissement";
      tableau.verdict = attendu.verdict = "avertissements seulement";
    }
  }
  return attendu;
}

async function controler(nom: string, contexte: ContexteDeControle | null) {
  const { feuilles } = await lireXlsx(readFileSync(path.join(DOSSIER, `${nom}.xlsx`)));
  const lectures = feuilles.map((feuille) => lireTableaux(feuilleLue(feuille)));
  return controlerLecture(lectures, contexte ?? {});
}

test.each(classeurs)("%s", async (nom) => {
  const attendu = attenduDe(nom);
  const { verdict, controles } = await controler(nom, attendu.contexte);
  expect(verdict).toBe(attendu.verdict);
  expect(controles.map(placeDe).sort()).toEqual(attendu.tableaux.map(placeDe).sort());
  for (const tableau of attendu.tableaux) {
    const controle = controles.find((candidat) => placeDe(candidat) === placeDe(tableau));
    expect(controle && resumer(controle, tableau)).toEqual({
      type: tableau.type,
      periode: tableau.periode,
      epci: tableau.epci,
      verdict: tableau.verdict,
      totaux: tableau.totaux,
      constats: aDire(tableau.constats).map(({ gravite, commune, cellule }) => [
        gravite,
        commune,
        cellule,
      ]),
    });
  }
});

function placeDe(lu: Controle | TableauAttendu): string {
  const feuille = "feuille" in lu ? lu.feuille : lu.tableau.feuille;
  return `${feuille}!${lu.plageDonnees}`;
}

/** Le contrôle dans la forme attendue ; les cellules que l'attendu ne donne pas sont tues. */
function resumer(controle: Controle, attendu: TableauAttendu): object {
  const { type, epci, bareme, verdict, totaux } = controle;
  const { deficit, avantLu, avantLegal, apres } = totaux;
  const sansCellule = attendu.constats.filter(({ cellule }) => cellule === null).map(cle);
  const constats = controle.constats.map(({ gravite, commune = null, adresse = null }) => ({
    gravite,
    commune,
    cellule:
      sansCellule.includes(cle({ gravite, commune })) &&
      !attendu.constats.some(({ cellule }) => cellule === adresse)
        ? null
        : adresse,
  }));
  return {
    type,
    periode: bareme.periode,
    epci,
    verdict,
    totaux: { deficit, avantLu, avantLegal, apres },
    constats: aDire(constats).map(({ gravite, commune, cellule }) => [gravite, commune, cellule]),
  };
}

function cle({ gravite, commune }: { gravite: string; commune: string | null }): string {
  return `${gravite}/${commune}`;
}

/** Les erreurs et les avertissements, dans un ordre qui ne dépend pas du contrôle. */
function aDire<C extends { gravite: string; commune: string | null; cellule: string | null }>(
  constats: readonly C[]
): C[] {
  const rang = ({ gravite, commune, cellule }: C): string => `${gravite}/${commune}/${cellule}`;
  return constats
    .filter(({ gravite }) => gravite !== "information")
    .sort((a, b) => rang(a).localeCompare(rang(b)));
}
