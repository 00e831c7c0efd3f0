import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { SuiviDuCalcul } from "./calcul";
import { Abonnements } from "./evenements";
import "./facade";
import { GraphiquesRetenus } from "./graphiques";
import { ReglagesDImpression } from "./impression";
import { StylesEnAttente } from "./styles-en-attente";

/** Le classeur ouvert dans Univer, et ce qu'Univer ne sait pas garder. */
export class ClasseurOuvert {
  readonly formules: FormulaDataModel;
  readonly calcul: SuiviDuCalcul;
  readonly styles: StylesEnAttente;
  readonly abonnements = new Abonnements();
  /** Univer n'a pas de mise en page : on la garde à part, par numéro interne de feuille. */
  readonly impression = new ReglagesDImpression();
  /** Ni graphique. */
  readonly graphiques = new GraphiquesRetenus();
  /** `workbook.settings`. */
  readonly reglages = new Map<string, unknown>();
  /** Numéros des feuilles protégées, et du classeur si sa structure l'est. Ce qu'Excel refuserait alors reste permis. */
  readonly proteges = new Set<string>();
  /** Vrai pendant qu'un lot du complément écrit : distingue ses changements de ceux de l'utilisateur. */
  complementEcrit = false;

  constructor(
    readonly api: FUniver,
    readonly univer: FWorkbook,
    readonly injector: Injector,
    public nomDeFichier: string
  ) {
    this.formules = injector.get(FormulaDataModel);
    this.styles = new StylesEnAttente(injector);
    this.calcul = new SuiviDuCalcul(api, injector);
  }

  get id(): string {
    return this.univer.getId();
  }

  /** Feuille par numéro interne ou par nom, sans distinguer les majuscules. */
  feuille(cle: string): FWorksheet | null {
    const nom = cle.toLowerCase();
    return (
      this.univer.getSheets().find((f) => f.getSheetId() === cle) ??
      this.univer.getSheets().find((f) => f.getSheetName().toLowerCase() === nom) ??
      null
    );
  }
}
