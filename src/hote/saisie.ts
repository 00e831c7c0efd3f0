import {
  HorizontalAlign,
  InterceptorEffectEnum,
  type ICellData,
  type ICellDataForSheetInterceptor,
  type Nullable,
} from "@univerjs/core";
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
} from "@univerjs/sheets";
import { formule, scalaire } from "./cellules";
import type { ClasseurOuvert } from "./classeur-ouvert";
import { lireContenu } from "./contenu";
import { afficher, estCodeDErreur } from "./langue/formats";
import { enFrancais, enInternational } from "./langue/francais";

/** Ce qu'un utilisateur français tape dans une cellule, en contenu d'Univer. */
export function lireSaisie(texte: string): ICellData {
  return lireContenu(enInternational(texte)) ?? {};
}

/** Saisie, édition et affichage à la française dans la grille d'Univer. */
export function installerLaSaisie(classeur: ClasseurOuvert): void {
  const interceptions = classeur.injector.get(SheetInterceptorService);
  interceptions.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: 1000,
    handler: (contenu, _lieu, suite) => suite(contenu && apresSaisie(contenu)),
  });
  interceptions.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: 1000,
    // Sans `suite` : les autres intercepteurs remettraient la formule en écriture internationale.
    handler: (contenu, { row, col, subUnitId }, suite) => {
      const feuille = classeur.univer.getSheetBySheetId(subUnitId);
      const trouvee = feuille && contenu && formule(classeur, feuille, row, col);
      return trouvee ? { ...contenu, f: enFrancais(trouvee) } : suite(contenu);
    },
  });
  interceptions.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    // Après tous les autres : ce nombre-là est celui que l'utilisateur va modifier.
    priority: -1,
    handler: (contenu, _lieu, suite) =>
      suite(
        contenu && typeof contenu.v === "number" ? { ...contenu, v: enTexte(contenu.v) } : contenu
      ),
  });
  interceptions.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: 5,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (contenu, { workbook }, suite) => {
      const style = contenu && workbook.getStyles().getStyleByCell(contenu);
      const affiche = contenu && !style?.n ? affichageGeneral(contenu) : null;
      return suite(affiche ?? contenu);
    },
  });
}

function apresSaisie(contenu: ICellData): ICellData {
  if (typeof contenu.f === "string") return { ...contenu, f: enInternational(contenu.f) };
  if (typeof contenu.v !== "string" || contenu.p) return contenu;
  const lu = lireSaisie(contenu.v);
  return typeof lu.v === "number" ? { ...contenu, ...lu } : contenu;
}

function enTexte(nombre: number): string {
  return afficher(nombre, "General");
}

/** Sans format de nombre, Univer afficherait « 0.5 », « TRUE » et « #VALUE! ». */
function affichageGeneral(contenu: ICellData): Nullable<ICellDataForSheetInterceptor> {
  const valeur = scalaire(contenu);
  const v = afficher(valeur, "General");
  if (estCodeDErreur(valeur))
    return { ...contenu, v, interceptorStyle: { ht: HorizontalAlign.CENTER } };
  return v === String(valeur) ? null : { ...contenu, v };
}
