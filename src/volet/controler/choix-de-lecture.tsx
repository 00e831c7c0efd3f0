import { Dropdown, Field, Option } from "@fluentui/react-components";
import type { ALire } from "../../classeur";
import { typographier } from "../../redaction";
import type { ControleDeLaFeuille } from "./use-controle";

/** Les deux choix qui ne sont pas une feuille ; « : » est interdit dans un nom de feuille. */
const ACTIVE = ":active";
const SELECTION = ":sélection";

interface Props {
  feuilles: readonly string[];
  controle: Pick<ControleDeLaFeuille, "aLire" | "lire">;
}

/** Ce qui est contrôlé : la feuille active, une feuille du classeur, ou la sélection. */
export function ChoixDeLecture({ feuilles, controle }: Props): React.JSX.Element {
  const { aLire, lire } = controle;
  return (
    <Field
      label="Lire"
      size="small"
      hint={typographier(
        "« La sélection » : les cellules choisies dans la feuille, titres compris ; s’il n’y en a qu’une, toute la feuille."
      )}
    >
      <Dropdown
        size="small"
        value={nommer(aLire)}
        selectedOptions={[cleDe(aLire)]}
        onOptionSelect={(_, { optionValue = ACTIVE }) => void lire(lireCle(optionValue))}
      >
        <Option value={ACTIVE}>Feuille active</Option>
        <Option value={SELECTION}>La sélection</Option>
        {feuilles.map((feuille) => (
          <Option key={feuille} value={feuille} text={typographier(`« ${feuille} »`)}>
            {typographier(`« ${feuille} »`)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

function nommer(aLire: ALire): string {
  if (aLire === "active") return "Feuille active";
  if (aLire === "selection") return "La sélection";
  const { feuille, plage } = aLire;
  return typographier(`« ${feuille} »${plage === undefined ? "" : `!${plage}`}`);
}

function cleDe(aLire: ALire): string {
  if (aLire === "active") return ACTIVE;
  return aLire === "selection" || aLire.plage !== undefined ? SELECTION : aLire.feuille;
}

function lireCle(cle: string): ALire {
  if (cle === ACTIVE) return "active";
  return cle === SELECTION ? "selection" : { feuille: cle };
}
