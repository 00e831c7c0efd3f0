import { BooleanNumber, BorderStyleTypes, type IBorderData, type IStyleBase } from "@univerjs/core";
import {
  CFRuleType,
  CFSubRuleType,
  createCfId,
  type IConditionFormattingRule,
  type IFormulaHighlightCell,
} from "@univerjs/sheets-conditional-formatting";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { intersection, type Zone } from "../adresse";
import { booleen, parmi, texte } from "../fil/arguments";
import { INDEXEUR, lecture, lectureEcriture, type ObjetHote, type Propriete } from "../fil/objet";
import { apiInconnue, introuvable } from "../fil/protocole";
import { enPlage, enZone } from "../zones-univer";

/** Une règle par formule : la seule sorte que le fil écrit. Les autres sont là, sans détail. */
type RegleParFormule = IConditionFormattingRule<IFormulaHighlightCell>;

/** Objet « ConditionalFormatCollection » du fil : les règles qui touchent ces zones. */
export function objetConditionnelles(feuille: FWorksheet, zones: Zone[]): ObjetHote {
  const regles = () =>
    feuille
      .getConditionalFormattingRules()
      .filter(({ ranges }) => ranges.map(enZone).some((zone) => touche(zone, zones)));
  const trouver = (id: unknown) => {
    const trouvee = regles().find(({ cfId }) => cfId === texte(id));
    if (!trouvee) throw introuvable();
    return objetRegle(feuille, trouvee.cfId);
  };
  return {
    type: "ConditionalFormatCollection",
    proprietes: {},
    elements: () => regles().map(({ cfId }) => objetRegle(feuille, cfId)),
    acces: {
      GetItem: trouver,
      [INDEXEUR]: trouver,
      Add: (sorte) => ajouter(feuille, zones, texte(sorte)),
    },
  };
}

function touche(zone: Zone, zones: readonly Zone[]): boolean {
  return zones.some((autre) => intersection(zone, autre) !== null);
}

/** Comme dans Excel, la nouvelle règle passe avant les autres. Sans formule encore, elle ne marque rien. */
function ajouter(feuille: FWorksheet, zones: Zone[], sorte: string): ObjetHote {
  if (sorte !== "Custom") throw apiInconnue(`ConditionalFormatCollection.Add(${sorte})`);
  const cfId = createCfId();
  const regle: RegleParFormule = {
    cfId,
    ranges: zones.map(enPlage),
    stopIfTrue: false,
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: "=FALSE",
      style: {},
    },
  };
  feuille.addConditionalFormattingRule(regle);
  return objetRegle(feuille, cfId);
}

/** Objet « ConditionalFormat ». */
function objetRegle(feuille: FWorksheet, id: string): ObjetHote {
  const personnelle = () => {
    const regle = new Regle(feuille, id);
    return regle.parFormule ? objetPersonnelle(regle) : null;
  };
  return {
    type: "ConditionalFormat",
    id,
    proprietes: { Id: lecture(() => id) },
    objets: {
      Custom: () => {
        const trouvee = personnelle();
        if (!trouvee) throw apiInconnue("ConditionalFormat.Custom d'une règle sans formule");
        return trouvee;
      },
      CustomOrNullObject: personnelle,
    },
    methodes: {
      Delete: () => {
        feuille.deleteConditionalFormattingRule(id);
      },
    },
  };
}

/** Lit et réécrit une règle, une propriété à la fois. */
class Regle {
  constructor(
    private readonly feuille: FWorksheet,
    private readonly id: string
  ) {}

  get parFormule(): RegleParFormule | null {
    const regle = this.feuille.getConditionalFormattingRules().find(({ cfId }) => cfId === this.id);
    return regle && estParFormule(regle) ? regle : null;
  }

  get style(): IStyleBase {
    return this.existante().rule.style;
  }

  changer(partie: Partial<IFormulaHighlightCell>): void {
    const regle = this.existante();
    this.feuille.setConditionalFormattingRule(this.id, {
      ...regle,
      rule: { ...regle.rule, ...partie },
    });
  }

  styler(partie: IStyleBase): void {
    this.changer({ style: { ...this.style, ...partie } });
  }

  private existante(): RegleParFormule {
    const regle = this.parFormule;
    if (!regle) throw introuvable();
    return regle;
  }
}

function estParFormule(regle: IConditionFormattingRule): regle is RegleParFormule {
  return "subType" in regle.rule && regle.rule.subType === CFSubRuleType.formula;
}

/** Objet « CustomConditionalFormat ». */
function objetPersonnelle(regle: Regle): ObjetHote {
  return {
    type: "CustomConditionalFormat",
    proprietes: {},
    objets: {
      Rule: () => ({
        type: "ConditionalFormatRule",
        proprietes: {
          Formula: lectureEcriture(
            () => regle.parFormule?.rule.value ?? "",
            (formule) => regle.changer({ value: texte(formule) })
          ),
        },
      }),
      Format: () => objetFormat(regle),
    },
  };
}

function objetFormat(regle: Regle): ObjetHote {
  const simple = (type: string, proprietes: Record<string, Propriete>) => (): ObjetHote => ({
    type,
    proprietes,
  });
  return {
    type: "ConditionalRangeFormat",
    proprietes: {},
    objets: {
      Fill: simple("ConditionalRangeFill", {
        Color: lectureEcriture(
          () => regle.style.bg?.rgb ?? "",
          (couleur) => regle.styler({ bg: { rgb: texte(couleur) } })
        ),
      }),
      Font: simple("ConditionalRangeFont", {
        Color: lectureEcriture(
          () => regle.style.cl?.rgb ?? "",
          (couleur) => regle.styler({ cl: { rgb: texte(couleur) } })
        ),
        Bold: lectureEcriture(
          () => regle.style.bl === BooleanNumber.TRUE,
          (gras) => regle.styler({ bl: enNombre(gras) })
        ),
        Italic: lectureEcriture(
          () => regle.style.it === BooleanNumber.TRUE,
          (italique) => regle.styler({ it: enNombre(italique) })
        ),
      }),
      Borders: () => ({
        type: "ConditionalRangeBorderCollection",
        proprietes: {},
        objets: Object.fromEntries(
          Object.entries(COTES).map(([nom, cote]) => [nom, () => objetBordure(regle, cote)])
        ),
      }),
    },
  };
}

function enNombre(valeur: unknown): BooleanNumber {
  return booleen(valeur) ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

type Cote = "t" | "b" | "l" | "r";
const COTES: Record<string, Cote> = { Top: "t", Bottom: "b", Left: "l", Right: "r" };

const TRAITS: Record<string, BorderStyleTypes> = {
  None: BorderStyleTypes.NONE,
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  Dot: BorderStyleTypes.DOTTED,
};

/** Objet « ConditionalRangeBorder ». */
function objetBordure(regle: Regle, cote: Cote): ObjetHote {
  const trait = () =>
    regle.style.bd?.[cote] ?? { s: BorderStyleTypes.NONE, cl: { rgb: "#000000" } };
  const tracer = (partie: Partial<NonNullable<IBorderData[Cote]>>) =>
    regle.styler({ bd: { ...regle.style.bd, [cote]: { ...trait(), ...partie } } });
  return {
    type: "ConditionalRangeBorder",
    proprietes: {
      Style: lectureEcriture(
        () => Object.keys(TRAITS).find((nom) => TRAITS[nom] === trait().s) ?? "None",
        (style) => tracer({ s: parmi(TRAITS, style) })
      ),
      Color: lectureEcriture(
        () => trait().cl.rgb ?? "",
        (couleur) => tracer({ cl: { rgb: texte(couleur) } })
      ),
    },
  };
}
