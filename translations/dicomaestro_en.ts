<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
    <context>
        <name>Library</name>
        <message numerus="yes">
            <source>%n image(s)</source>
            <translation>
                <numerusform>%n image</numerusform>
                <numerusform>%n images</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::ProblemsPanel</name>
        <message numerus="yes">
            <source>%n file(s) that are not DICOM were passed over</source>
            <translation>
                <numerusform>%n file that is not DICOM was passed over</numerusform>
                <numerusform>%n files that are not DICOM were passed over</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::TagModel</name>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
    </context>
</TS>
