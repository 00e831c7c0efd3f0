import {
  NOM_DE_LA_FEUILLE,
  estDejaSignee,
  mettreAJour,
  planContrat,
  type Contrat,
  type Retouches,
} from "../contrat";
import type { Contenu } from "../feuilles";
import { plageDe, rectangleDe, type FeuilleLue } from "../tableau";
import { pourExcel } from "./contenu";
import { demanderContrat } from "./demander-contrat";
import { ajouterFeuilles } from "./ecrire-plan";
import { enUnGroupe } from "./en-un-groupe";
import { aDepasse } from "./erreur";
import {
  demanderNoms,
  nommer,
  nomsADonner,
  remettreLesNoms,
  type NomsConnus,
} from "./nommer-plages";
import { Plages } from "./plages";
import { remplirCellules } from "./remplir-feuille";

type VersionSignee = Contrat["versions"][number];

const ECRITURE_COMMENCEE = "écriture du contrat commencée";

/** Pourquoi la feuille « CMS – Contrat » ne s'écrit pas : rien n'a été tenté. */
class ContratRefuse extends Error {
  constructor(
    readonly code: "ContratProtege" | "ClasseurProtege" | "ContratMeconnu" | "VersionDejaSignee"
  ) {
    super(code);
  }
}

/**
 * Garde un contrat sur la feuille « CMS – Contrat » et ses plages nommées : deux allers-retours, un seul si elle le dit déjà. La feuille est créée,
 * sans être activée, si elle manque ; sinon seules les réponses qui changent y sont écrites, et les notes de l'agent restent. Une panne en cours
 * d'écriture remet ce qui était.
 * @param signee La version de `contrat` que l'on vient de signer, s'il y en a une.
 * @throws Une erreur de code « ContratProtege », « ClasseurProtege », « ContratMeconnu » (la feuille a perdu ses titres) ou « VersionDejaSignee » (elle
 * porte déjà une version de ce rang, qu'un collègue y a écrite) : rien n'est écrit.
 */
export function enregistrerContrat(contrat: Contrat, signee?: VersionSignee): Promise<void> {
  return enUnGroupe((context) => enregistrer(context, contrat, signee));
}

async function enregistrer(
  context: Excel.RequestContext,
  contrat: Contrat,
  signee: VersionSignee | undefined
): Promise<void> {
  const { workbook } = context;
  const lire = demanderContrat(context);
  const lireNoms = demanderNoms(context);
  const feuille = workbook.worksheets.getItemOrNullObject(NOM_DE_LA_FEUILLE);
  const active = workbook.worksheets.getActiveWorksheet();
  feuille.load("protection/protected");
  workbook.load("protection/protected");
  active.load("name");
  await context.sync();

  const connus = lireNoms();
  const lue = lire();
  if (!lue) {
    if (workbook.protection.protected) throw new ContratRefuse("ClasseurProtege");
    const plan = planContrat(contrat);
    await ajouterFeuilles(context, [plan], { active: active.name, noms: connus });
    return;
  }
  if (signee && estDejaSignee(lue, signee)) throw new ContratRefuse("VersionDejaSignee");
  const retouches = mettreAJour(lue, contrat);
  if (!retouches) throw new ContratRefuse("ContratMeconnu");
  const aNommer = nomsADonner(connus, lue.nom, retouches.noms);
  if (retouches.blocs.length === 0 && aNommer.length === 0) return;
  if (feuille.protection.protected) throw new ContratRefuse("ContratProtege");
  try {
    context.trace(ECRITURE_COMMENCEE);
    remplirCellules(new Plages(feuille), retouches);
    nommer(context, connus, lue.nom, aNommer);
    await context.sync();
  } catch (erreur) {
    if (aDepasse(erreur, ECRITURE_COMMENCEE)) await remettre(lue, retouches, connus);
    throw erreur;
  }
}

/** Remet ce que les cellules et les noms étaient, d'un bloc à chaque fois : sous ce qui était rempli, tout s'efface, forme comprise. Attend la fin d'une saisie, car y renoncer laisserait des réponses à moitié écrites. */
async function remettre(
  lue: FeuilleLue,
  { blocs, noms }: Retouches,
  connus: NomsConnus
): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const feuille = context.workbook.worksheets.getItem(lue.nom);
    const fin = lue.ligne + lue.cellules.length;
    for (const { ancre, contenus } of blocs) {
      const coin = rectangleDe(ancre);
      if (!coin) continue;
      const { haut, gauche } = coin;
      const plage = feuille.getRange(
        plageDe(haut, gauche, contenus.length, contenus[0]?.length ?? 1)
      );
      if (haut >= fin) plage.clear();
      else
        plage.formulas = contenus.map((ligne, i) =>
          ligne.map((_, j) => pourExcel(contenuLu(lue, haut + i, gauche + j)))
        );
    }
    await remettreLesNoms(context, connus, noms);
  });
}

function contenuLu({ ligne, colonne, cellules }: FeuilleLue, l: number, c: number): Contenu {
  const cellule = cellules[l - ligne]?.[c - colonne];
  if (!cellule) return "";
  const { formule, valeur } = cellule;
  if (formule !== undefined) return { formule, valeurs: [[null]] };
  return typeof valeur === "object" ? "" : valeur;
}
