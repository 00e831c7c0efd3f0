import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { repondre } from "../../contrat";
import type { TableauControle } from "../controler/controler-feuille";
import type { ControleDeLaFeuille } from "../controler/use-controle";

interface Props {
  etat: ControleDeLaFeuille;
  resultat: TableauControle;
  plh: boolean | null;
}

/** Le PLH, là où le plafond de PLS en dépend ; la réponse est gardée avec celles du contrat. */
export function QuestionDuPlh({ etat, resultat, plh }: Props): React.JSX.Element {
  const { epci } = resultat.controle;
  return (
    <Field
      label="Un PLH couvre-t-il les communes ?"
      hint="Sous 10 % de logements sociaux, le plafond de PLS passe de 30 à 20 % sans PLH."
    >
      <RadioGroup
        layout="horizontal"
        value={plh === null ? "" : plh ? "oui" : "non"}
        onChange={(_, { value }) =>
          void etat.modifier((contrat) => repondre(contrat, epci, { plh: value === "oui" }))
        }
      >
        <Radio value="oui" label="Oui" />
        <Radio value="non" label="Non" />
      </RadioGroup>
    </Field>
  );
}
