import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Controle } from "../../controle";
import { phraserVerdict, typographier } from "../../redaction";

const INTENTIONS = {
  "non conforme": "error",
  "avertissements seulement": "warning",
  "à confirmer": "info",
  conforme: "success",
} as const;

interface Props {
  controle: Controle;
  /** Ce que l'écriture en fera. */
  suite: string;
}

/** Le verdict, rappelé avant d'écrire : une feuille non conforme peut s'écrire, mais en le sachant. */
export function RappelDuVerdict({ controle, suite }: Props): React.JSX.Element {
  const { titre, detail } = phraserVerdict(controle);
  return (
    <MessageBar intent={INTENTIONS[controle.verdict]} layout="multiline">
      <MessageBarBody>
        {titre}. {detail} {typographier(suite)}
      </MessageBarBody>
    </MessageBar>
  );
}
