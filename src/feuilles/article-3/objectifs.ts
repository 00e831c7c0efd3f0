import { combienDePlaiAuMoins, combienDePlsAuPlus } from "../../regles";
import { objectifsSignes } from "../../suivi";
import { colonnesDuContrat } from "../article-2/colonnes";
import type { Composition } from "../composer";
import { A_PRECISER, ecrireCellule, ecrireColonne, sommer, type Calcul } from "../formes";
import type { Matiere } from "../matiere";
import type { Scalaire } from "../plan";
import { celluleDe } from "./colonnes";

/** Les objectifs tels que la feuille les porte, commune par commune. */
export interface Objectifs {
  noms: string[];
  objectif: Scalaire[];
  plai: Scalaire[];
  pls: Scalaire[];
}

/** Paris, Lyon, Marseille : PLAI et PLS ne se comptent que pour la ville. */
export function estUneVille({ controle }: Matiere): boolean {
  return controle.type === "arrondissements";
}

/** Signés, ils sont opposables et ne suivent plus le tableau ; d'un projet, les mêmes qu'à l'article 2. */
export function objectifsDe(matiere: Matiere): { signes: boolean; objectifs: Objectifs } {
  const signee = versionDe(matiere);
  if (signee) {
    const { communes } = signee;
    return {
      signes: true,
      objectifs: {
        noms: communes.map(({ nom }) => nom),
        objectif: communes.map(({ objectif }) => objectif),
        plai: communes.map(({ plai }) => plai),
        pls: communes.map(({ pls }) => pls),
      },
    };
  }
  const { nom, apres, plai, pls } = colonnesDuContrat(matiere);
  const { communes } = matiere;
  const ville = estUneVille(matiere);
  return {
    signes: false,
    objectifs: {
      noms: communes.map((commune) => String(nom.valeur(commune))),
      objectif: communes.map(apres.valeur),
      plai: communes.map((commune) => (ville ? null : plai.valeur(commune))),
      pls: communes.map((commune) => (ville ? null : pls.valeur(commune))),
    },
  };
}

function versionDe({ controle, etat }: Matiere): ReturnType<typeof objectifsSignes> {
  const version = etat?.version ?? controle.signe?.version;
  return version ? objectifsSignes(version) : null;
}

/** Écrit les objectifs à partir de la ligne `debut` : des nombres s'ils sont signés, sinon ce qui renvoie au tableau source. */
export function ecrireObjectifs(page: Composition, matiere: Matiere, debut: number): void {
  const { signes, objectifs } = objectifsDe(matiere);
  if (signes) {
    const { noms, objectif, plai, pls } = objectifs;
    const rangees = { commune: noms, sociaux: objectif, plai, pls };
    for (const [rubrique, valeurs] of Object.entries(rangees) as ["commune", Scalaire[]][])
      page.blocs.push({ ancre: celluleDe(rubrique, debut), contenus: valeurs.map((v) => [v]) });
    return;
  }
  const colonnes = colonnesDuContrat(matiere);
  for (const suite of matiere.suites) {
    const haut = debut + suite.rang;
    const bas = haut + suite.communes.length - 1;
    const ici = (): string => celluleDe("sociaux", haut, bas);
    for (const [rubrique, cle] of COLONNES) {
      if (estUneVille(matiere) && (cle === "plai" || cle === "pls")) continue;
      const { formule, valeur } = colonnes[cle];
      const valeurs = suite.communes.map(valeur);
      const ecrite = ecrireColonne(matiere.forme, formule(suite, { ici, entiere: ici }), valeurs);
      page.blocs.push({
        ancre: celluleDe(rubrique, haut),
        contenus: Array.isArray(ecrite) ? ecrite.map((v) => [v]) : [[ecrite]],
      });
    }
  }
}

const COLONNES = [
  ["commune", "nom"],
  ["sociaux", "apres"],
  ["plai", "plai"],
  ["pls", "pls"],
] as const;

/** Le total des objectifs, dont les communes vont de la ligne `debut` à la ligne `fin`, à partir de 1. */
export function totaliserObjectifs(
  page: Composition,
  matiere: Matiere,
  { debut, fin }: { debut: number; fin: number }
): Objectifs {
  const { objectifs } = objectifsDe(matiere);
  const total = sommer(celluleDe("sociaux", debut, fin), objectifs.objectif);
  const parts = estUneVille(matiere)
    ? partsDeLaVille(matiere, `${celluleDe("sociaux", fin + 1)}`, total.valeur)
    : {
        plai: sommer(celluleDe("plai", debut, fin), objectifs.plai),
        pls: sommer(celluleDe("pls", debut, fin), objectifs.pls),
      };
  const calculs = { sociaux: total, plai: parts.plai, pls: parts.pls } as const;
  for (const [rubrique, calcul] of Object.entries(calculs) as ["sociaux", Calcul][])
    page.blocs.push({
      ancre: celluleDe(rubrique, fin + 1),
      contenus: [[ecrireCellule(formeDesSommes(matiere), calcul)]],
    });
  return {
    noms: ["Total"],
    objectif: [total.valeur],
    plai: [parts.plai.valeur],
    pls: [parts.pls.valeur],
  };
}

/** Un total reste une formule, même dans une feuille de valeurs : ce qu'il additionne se remplit après. */
function formeDesSommes({ forme }: Matiere): Matiere["forme"] {
  return forme === "valeurs" ? "ordinaires" : forme;
}

function partsDeLaVille(
  { plh }: Matiere,
  objectif: string,
  valeur: Scalaire
): { plai: Calcul; pls: Calcul } {
  if (typeof valeur !== "number")
    return {
      plai: { formule: null, valeur: A_PRECISER },
      pls: { formule: null, valeur: A_PRECISER },
    };
  const plai = combienDePlaiAuMoins(valeur);
  const pls = combienDePlsAuPlus(valeur, null, true);
  return {
    plai: { formule: `CMS.PLAI.MIN(${objectif})`, valeur: plai.ok ? plai.valeur : A_PRECISER },
    pls:
      plh === true && pls.ok
        ? { formule: `CMS.PLS.MAX(${objectif},,TRUE)`, valeur: pls.valeur }
        : { formule: null, valeur: A_PRECISER },
  };
}
