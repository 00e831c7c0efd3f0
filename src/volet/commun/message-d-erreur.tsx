import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { Message } from "../../redaction";

/** Un refus d'Excel, en trois temps, annoncé aussitôt. */
export function MessageDErreur({ quoi, pourquoi, queFaire }: Message): React.JSX.Element {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{quoi}</MessageBarTitle> {pourquoi} {queFaire}
      </MessageBarBody>
    </MessageBar>
  );
}
