import { ICommandService, type Injector } from "@univerjs/core";
import {
  AsyncObject,
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  SetFormulaCalculationStartMutation,
  type BaseValueObject,
  type ISetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { ecrireZone } from "../adresse";
import type { SuiviDuCalcul } from "../calcul";
import { preparerLesArguments, type ReglesDAppel } from "./arguments";
import { depuisException, erreurTransmise, type ErreurDeFonction } from "./erreurs";
import type { FenetreDuComplement } from "./fenetre";
import type { DescriptionDeFonction, Metadonnees } from "./metadonnees";
import { versUniver } from "./resultats";
import { TextesDErreur } from "./textes-erreur";

/** Une cellule qui porte un appel. */
interface Cellule {
  feuille: string;
  ligne: number;
  colonne: number;
}

interface Contexte {
  injector: Injector;
  calcul: SuiviDuCalcul;
  classeur: string;
  nomDeFeuille: (id: string) => string;
  espace: string;
  metadonnees: Metadonnees;
}

/** Nos fonctions, décrites par functions.json et exécutées dans la fenêtre du complément. */
export class FonctionsDuComplement {
  readonly textes = new TextesDErreur();
  private fenetre: FenetreDuComplement | null = null;
  /** Cellules calculées avant que le complément n'ait associé ses fonctions. */
  private readonly enAttente = new Map<string, Cellule>();
  private readonly regles: ReglesDAppel = {};

  constructor(private readonly contexte: Contexte) {
    const { metadonnees, injector } = contexte;
    if (metadonnees.allowErrorForDataTypeAny) {
      this.regles.transmettreErreur = (code) => this.transmettre(code);
    }
    const executeurs = metadonnees.functions.map((fonction) => new Executeur(fonction, this));
    injector.get(IFunctionService).registerExecutors(...executeurs);
  }

  /** Nom complet, celui que l'utilisateur tape (« CMS.OBJECTIF »). */
  nomComplet(fonction: DescriptionDeFonction): string {
    return `${this.contexte.espace}.${fonction.name}`.toUpperCase();
  }

  /** La fenêtre du complément est prête : on recalcule ce qui l'attendait, maintenant et à chaque association. */
  brancher(fenetre: FenetreDuComplement): void {
    this.fenetre = fenetre;
    fenetre.CustomFunctions?._association.onchange(() => this.recalculerLesAttentes());
    this.recalculerLesAttentes();
  }

  appeler(
    fonction: DescriptionDeFonction,
    recus: BaseValueObject[],
    cellule: Cellule
  ): BaseValueObject | AsyncObject {
    this.textes.oublier(cellule);
    const executer =
      this.fenetre?.CustomFunctions?._association.mappings[fonction.id.toUpperCase()];
    if (!executer) return this.attendre(cellule);
    const args = preparerLesArguments(fonction.parameters ?? [], recus, this.regles);
    if (!Array.isArray(args)) return new ErrorValueObject(args.code);
    const conclure = (resultat: unknown) =>
      versUniver(resultat, (erreur, l, c) => this.textes.noter(cellule, erreur.message, l, c));
    const echouer = (exception: unknown) => this.echouer(depuisException(exception), cellule);
    try {
      const resultat = executer(...args, this.invocation(fonction, cellule));
      if (!estPromesse(resultat)) return conclure(resultat);
      return new AsyncObject(resultat.then(conclure, echouer));
    } catch (exception) {
      return echouer(exception);
    }
  }

  private invocation(fonction: DescriptionDeFonction, { feuille, ligne, colonne }: Cellule) {
    if (!fonction.options?.requiresAddress) return { functionName: fonction.id };
    const adresse = ecrireZone({ ligne, colonne, hauteur: 1, largeur: 1 });
    return {
      functionName: fonction.id,
      address: `${this.contexte.nomDeFeuille(feuille)}!${adresse}`,
    };
  }

  private echouer(erreur: ErreurDeFonction, cellule: Cellule): BaseValueObject {
    this.textes.noter(cellule, erreur.message);
    return new ErrorValueObject(erreur.code, erreur.message);
  }

  private transmettre(code: ErrorType): unknown {
    const Erreur = this.fenetre?.CustomFunctions?.Error;
    const simple = this.contexte.metadonnees.allowCustomDataForDataTypeAny || !Erreur;
    return erreurTransmise(code, simple ? null : (lu) => new Erreur(lu));
  }

  private attendre(cellule: Cellule): BaseValueObject {
    this.enAttente.set(`${cellule.feuille}!${cellule.ligne}:${cellule.colonne}`, cellule);
    return new ErrorValueObject(ErrorType.CONNECT);
  }

  private recalculerLesAttentes(): void {
    const { injector, calcul, classeur } = this.contexte;
    const cellules = [...this.enAttente.values()];
    this.enAttente.clear();
    if (!cellules.length) return;
    const dirtyRanges = cellules.map(({ feuille, ligne, colonne }) => ({
      unitId: classeur,
      sheetId: feuille,
      range: { startRow: ligne, endRow: ligne, startColumn: colonne, endColumn: colonne },
    }));
    const demande: ISetFormulaCalculationStartMutation = {
      dirtyRanges,
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
      forceCalculation: false,
      options: null,
    };
    calcul.noterUnChangement();
    void injector
      .get(ICommandService)
      .executeCommand(SetFormulaCalculationStartMutation.id, demande, { onlyLocal: true });
  }
}

/** Une fonction de functions.json, dans le moteur d'Univer. */
class Executeur extends BaseFunction {
  constructor(
    private readonly fonction: DescriptionDeFonction,
    private readonly fonctions: FonctionsDuComplement
  ) {
    super(fonctions.nomComplet(fonction));
    const parametres = fonction.parameters ?? [];
    this.minParams = parametres.filter((parametre) => !parametre.optional).length;
    this.maxParams = parametres.at(-1)?.repeating ? 255 : parametres.length;
  }

  /** Toujours vrai : un résultat différé rendu par une fonction qui se dit immédiate arrête tout le calcul. */
  override isAsync(): boolean {
    return true;
  }

  override calculate(...recus: BaseValueObject[]): BaseValueObject | AsyncObject {
    return this.fonctions.appeler(this.fonction, recus, {
      feuille: this.subUnitId ?? "",
      ligne: this.row,
      colonne: this.column,
    });
  }
}

function estPromesse(valeur: unknown): valeur is Promise<unknown> {
  return typeof valeur === "object" && valeur !== null && "then" in valeur;
}
