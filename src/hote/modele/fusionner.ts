import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  type IAddWorksheetMergeMutationParams,
} from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { intersection, remplir, type Zone } from "../adresse";
import { muter } from "../annulation";
import { dansLaGrille, estRemplie } from "../cellules";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { enPlage, enZone } from "../zones-univer";

/** Fusionne la zone en une cellule, ou chaque ligne à part. La première valeur reste, les autres sont effacées, comme dans Excel. */
export function fusionner(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  zone: Zone,
  parLigne: boolean
): void {
  const reelle = dansLaGrille(feuille, zone);
  const zones = parLigne ? lignesDe(reelle) : [reelle];
  if (zones.some((une) => aDefaireAvant(feuille, une))) {
    const plage = feuille.getRange(enPlage(reelle));
    classeur.styles.faire();
    if (parLigne) plage.mergeAcross({ isForceMerge: true });
    else plage.merge({ isForceMerge: true });
    return;
  }
  const params: IAddWorksheetMergeMutationParams = {
    unitId: classeur.id,
    subUnitId: feuille.getSheetId(),
    ranges: zones.filter(({ hauteur, largeur }) => hauteur * largeur > 1).map(enPlage),
  };
  if (params.ranges.length === 0) return;
  const [faire, defaire] = [AddWorksheetMergeMutation, RemoveWorksheetMergeMutation];
  muter(classeur.injector, [{ id: faire.id, params }], [{ id: defaire.id, params }]);
}

function lignesDe(zone: Zone): Zone[] {
  return remplir({ ...zone, largeur: 1 }, (ligne) => ({ ...zone, ligne, hauteur: 1 })).flat();
}

/** Vrai s'il y a des contenus à effacer ou une fusion à défaire : l'affaire de la commande d'Univer, bien plus lente. */
function aDefaireAvant(feuille: FWorksheet, zone: Zone): boolean {
  const interne = feuille.getSheet();
  const [, ...autres] = remplir(zone, (ligne, colonne) =>
    interne.getCellRaw(ligne, colonne)
  ).flat();
  const fusions = interne.getMergeData().map(enZone);
  return (
    autres.some((donnee) => estRemplie(donnee, true)) ||
    fusions.some((fusion) => intersection(zone, fusion) !== null)
  );
}
